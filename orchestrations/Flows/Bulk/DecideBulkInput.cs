using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="DecideBulk"/> takes.</summary>
/// <param name="CaseId">The run.</param>
/// <param name="Plan">The plan that is approved.</param>
/// <param name="PlanHash">Its hash.</param>
public sealed record DecideBulkInput(string CaseId, ContextReference Plan, string PlanHash);
