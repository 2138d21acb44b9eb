namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="EndBulk"/> takes.</summary>
/// <param name="CaseId">The run.</param>
/// <param name="End">How it ended.</param>
public sealed record EndBulkInput(string CaseId, BulkEnd End);
