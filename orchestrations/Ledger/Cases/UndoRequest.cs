using HelpDesk.Orchestrations.Flows.Undo;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>An operator's wish to take steps of a finished case back: what <see cref="UndoWorkflow"/> takes.</summary>
/// <param name="CaseId">Id of the undo's own case.</param>
/// <param name="OriginCaseId">The case whose steps are taken back.</param>
/// <param name="StepIds">Which of its steps.</param>
/// <param name="OperatorId">Object id of who asked.</param>
/// <param name="OperatorName">Their name. Untrusted text.</param>
/// <param name="Reason">Why, in their words, at most 500 characters. Untrusted text.</param>
/// <param name="AskedAt">When, UTC.</param>
public sealed record UndoRequest(
    string CaseId, string OriginCaseId, IReadOnlyList<string> StepIds, string OperatorId, string OperatorName, string Reason, DateTimeOffset AskedAt);
