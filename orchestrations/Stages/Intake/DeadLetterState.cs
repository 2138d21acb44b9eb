namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>What became of a dead letter.</summary>
public enum DeadLetterState
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>Its ticket went through intake again.</summary>
    Replayed,

    /// <summary>An operator decided that nothing follows from it.</summary>
    Discarded,

    /// <summary>An operator decided to replay it; it is being done, or waits to be done again after a stop in the middle.</summary>
    Replaying,

    /// <summary>An operator decided to discard it; the audit log does not say so yet.</summary>
    Discarding,
}
