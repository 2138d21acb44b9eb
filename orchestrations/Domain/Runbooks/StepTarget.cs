namespace HelpDesk.Orchestrations.Domain.Runbooks;

/// <summary>What a runbook step acts on.</summary>
public enum StepTarget
{
    /// <summary>The subject's account.</summary>
    Subject,

    /// <summary>The one device that is meant beyond doubt.</summary>
    Device,

    /// <summary>All devices of the subject, one plan step each.</summary>
    Devices,
}
