namespace HelpDesk.Orchestrations.Stages.Execution.Undo;

/// <summary>What became of an undo.</summary>
public enum UndoOutcome
{
    /// <summary>The state from before the step was asked for; it is to be read back.</summary>
    Undone,

    /// <summary>The target looks as before the step already.</summary>
    NothingToUndo,

    /// <summary>Not undone: somebody else changed the target since, and their change is not overwritten.</summary>
    Drifted,

    /// <summary>Not undone: nobody approved exactly this, or an operator stopped everything.</summary>
    Refused,

    /// <summary>The target system would not do it, or it did not show.</summary>
    Failed,

    /// <summary>Of a step that failed: not undone, because it cannot be or because it contains a danger; what it shows is said.</summary>
    Stands,

    /// <summary>Not undone yet: another case changes the same target.</summary>
    Busy,
}
