namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>How a service-desk member made sure that it is the right person. The closed list that is offered.</summary>
public enum IdentityCheckMethod
{
    /// <summary>The person stood before them and is known or showed a document.</summary>
    InPerson,

    /// <summary>A video call with a document held into the camera.</summary>
    VideoCall,

    /// <summary>Called back on the number that the personnel record holds, not one from the ticket.</summary>
    CallBack,
}
