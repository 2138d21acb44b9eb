using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>One target of the frozen list.</summary>
/// <param name="SubjectId">Object id of the person: the list is sorted by it.</param>
/// <param name="Name">Name with address. Untrusted text.</param>
/// <param name="PlanHash">Hash of its plan: ids, parameters and prior state of every step, and the runbook.</param>
/// <param name="Steps">What would be done, for the reader.</param>
public sealed record BulkTarget(PersonId SubjectId, string Name, PlanHash PlanHash, IReadOnlyList<BulkTargetStep> Steps);

/// <summary>One step on one target of the frozen list, for the reader.</summary>
/// <param name="Remediation">Catalogue id.</param>
/// <param name="TargetId">Object id of what it acts on.</param>
/// <param name="TargetName">Its name. Untrusted text.</param>
/// <param name="Prior">How it is now, in one sentence.</param>
/// <param name="Undo">What an undo would restore; null when nothing can or need be undone.</param>
public sealed record BulkTargetStep(string Remediation, TargetId TargetId, string TargetName, string Prior, string? Undo);
