using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Steps;

/// <summary>Names one step of a plan that may run.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Plan">The stored plan.</param>
/// <param name="PlanHash">Its hash: what was allowed or approved.</param>
/// <param name="Index">Which step, from 0.</param>
/// <param name="ApprovalId">The approval under which it runs; null when policy allowed it without one.</param>
public sealed record StepInput(string CaseId, ContextReference Plan, string PlanHash, int Index, string? ApprovalId);
