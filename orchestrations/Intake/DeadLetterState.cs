namespace HelpDesk.Orchestrations.Intake;

/// <summary>What became of a dead letter.</summary>
public enum DeadLetterState
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>Its workflow was started after all.</summary>
    Replayed,

    /// <summary>An operator decided that nothing follows from it.</summary>
    Discarded,
}
