namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>What became of a webhook.</summary>
public enum IntakeOutcome
{
    /// <summary>Kept and queued.</summary>
    Accepted,

    /// <summary>Known already; queued again, which starts nothing twice.</summary>
    Duplicate,

    /// <summary>Sound, but nothing follows from it.</summary>
    Ignored,

    /// <summary>Not what the contract says.</summary>
    Malformed,

    /// <summary>Sent too long ago, or in the future.</summary>
    Stale,
}
