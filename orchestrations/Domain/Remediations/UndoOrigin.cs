using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>Which plan's steps another plan takes back.</summary>
/// <param name="CaseId">The case of the plan that is undone.</param>
/// <param name="Plan">That plan in the context store.</param>
/// <param name="PlanHash">Its hash.</param>
/// <param name="Reason">Why, in the operator's words. Untrusted text.</param>
public sealed record UndoOrigin(string CaseId, ContextReference Plan, string PlanHash, string Reason);
