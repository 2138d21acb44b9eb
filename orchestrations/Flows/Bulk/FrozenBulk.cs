using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="FreezeBulkList"/> gives.</summary>
/// <param name="Plan">The plan that is approved: it holds the list's hash; null when the list is empty.</param>
/// <param name="PlanHash">Its hash.</param>
/// <param name="Count">Targets of the list.</param>
/// <param name="Limits">How the run goes.</param>
public sealed record FrozenBulk(ContextReference? Plan, string? PlanHash, int Count, BulkLimits Limits);
