namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>One target of the frozen list.</summary>
/// <param name="SubjectId">Object id of the person: the list is sorted by it.</param>
/// <param name="Name">Name with address. Untrusted text.</param>
/// <param name="PlanHash">Hash of its plan: ids, parameters and prior state of every step, and the runbook.</param>
/// <param name="Steps">What would be done, for the reader.</param>
public sealed record BulkTarget(string SubjectId, string Name, string PlanHash, IReadOnlyList<BulkTargetStep> Steps);
