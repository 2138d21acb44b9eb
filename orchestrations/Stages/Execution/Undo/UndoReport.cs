using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Execution.Undo;

/// <summary>What became of the undo of one step, small enough for a history.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Note">One sentence; no secret.</param>
/// <param name="VerifyFor">How long it may take to show.</param>
/// <param name="VerifyEvery">Longest pause between two read-backs.</param>
public sealed record UndoReport(UndoOutcome Outcome, string Note, TimeSpan VerifyFor, TimeSpan VerifyEvery)
{
    /// <summary>True when the target looks as before the step, or was told to.</summary>
    public bool IsBack => Outcome is UndoOutcome.Undone or UndoOutcome.NothingToUndo;
}

/// <summary>What became of the wish for an undo.</summary>
/// <param name="CaseId">The undo's own case; null when it was refused.</param>
/// <param name="WhyNot">Why it was refused; null when it was started.</param>
public sealed record UndoAnswer(CaseId? CaseId, string? WhyNot)
{
    /// <summary>It was started.</summary>
    public static UndoAnswer Started(CaseId caseId) => new(caseId, null);

    /// <summary>It was refused.</summary>
    public static UndoAnswer Refused(string why) => new(null, why);
}

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

    /// <summary>Of a step that failed: not undone, because it cannot be or because it contains the threat; its state is reported.</summary>
    Stands,

    /// <summary>Not undone yet: another case changes the same target.</summary>
    Busy,
}
