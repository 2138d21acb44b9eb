namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>By what a person may collect a secret.</summary>
public enum EntitlementKind
{
    /// <summary>They may not.</summary>
    None,

    /// <summary>They are the subject's manager in the directory.</summary>
    Manager,

    /// <summary>They belong to the service desk; they must say how they checked the identity.</summary>
    ServiceDesk,
}
