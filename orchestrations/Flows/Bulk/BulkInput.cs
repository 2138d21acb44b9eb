namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="BulkWorkflow"/> takes.</summary>
/// <param name="CaseId">The run.</param>
/// <param name="Parts">Into how many parts its lines are cut.</param>
public sealed record BulkInput(string CaseId, int Parts);
