using HelpDesk.Orchestrations.Domain.Bulk;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="BulkBatchWorkflow"/> takes.</summary>
/// <param name="CaseId">The run.</param>
/// <param name="ApprovalId">Its approval.</param>
/// <param name="Numbers">Which targets of the frozen list; at most 100.</param>
/// <param name="Limits">How the run goes.</param>
/// <param name="Wave">What ended in the wave so far.</param>
/// <param name="All">What ended in the run so far.</param>
public sealed record BulkBatchInput(string CaseId, string ApprovalId, IReadOnlyList<int> Numbers, BulkLimits Limits, BulkTally Wave, BulkTally All);
