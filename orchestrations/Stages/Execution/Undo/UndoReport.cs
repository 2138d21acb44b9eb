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
