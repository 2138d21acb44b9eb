namespace HelpDesk.Orchestrations.Stages.Operations;

/// <summary>What an ended workflow leaves behind.</summary>
/// <param name="CaseId">The case that now needs a person; null when the workflow was none of a case, or the case is at rest.</param>
/// <param name="ApprovalId">The approval that was waited for.</param>
/// <param name="HandOverId">The hand-over that was waited for.</param>
/// <param name="Intent">What the ticket is about, when that is known.</param>
/// <param name="UndoOf">When the case is that of an undo: the case whose steps it takes back.</param>
public sealed record EndedInstance(string? CaseId, string? ApprovalId, string? HandOverId, string? Intent, string? UndoOf = null);
