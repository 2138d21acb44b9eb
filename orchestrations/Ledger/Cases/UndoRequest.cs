using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>An operator's request to undo steps of a finished case: the input of the undo workflow.</summary>
/// <param name="CaseId">Id of the undo's own case.</param>
/// <param name="OriginCaseId">The case whose steps are undone.</param>
/// <param name="StepIds">Which of its steps.</param>
/// <param name="OperatorId">Object id of who asked.</param>
/// <param name="OperatorName">Their name. Untrusted text.</param>
/// <param name="Reason">Why, in their words, at most 500 characters. Untrusted text.</param>
/// <param name="AskedAt">When, UTC.</param>
public sealed record UndoRequest(
    CaseId CaseId, CaseId OriginCaseId, IReadOnlyList<string> StepIds, PersonId OperatorId, string OperatorName, string Reason, DateTimeOffset AskedAt);
