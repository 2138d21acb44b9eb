using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>An operator has one step of a runbook done for a case: the input of the workflow that does it. It decides nothing: the press is a request.</summary>
/// <param name="CaseId">Id of the action's own case.</param>
/// <param name="OriginCaseId">The case on whose page it was pressed.</param>
/// <param name="StepId">Which step of the case's runbook.</param>
/// <param name="DeviceId">On which device; null for a step on the account.</param>
/// <param name="OperatorId">Object id of who pressed.</param>
/// <param name="OperatorName">Their name. Untrusted text.</param>
/// <param name="AskedAt">When, UTC.</param>
public sealed record ActionRequest(CaseId CaseId, CaseId OriginCaseId, string StepId, DeviceId? DeviceId, PersonId OperatorId, string OperatorName, DateTimeOffset AskedAt);
