namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="BulkTargetWorkflow"/> takes.</summary>
/// <param name="CaseId">The run.</param>
/// <param name="ApprovalId">Its approval.</param>
/// <param name="Number">Which target of the frozen list, from 0.</param>
public sealed record BulkTargetInput(string CaseId, string ApprovalId, int Number);
