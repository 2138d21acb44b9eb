using HelpDesk.Orchestrations.Flows.Bulk;

namespace HelpDesk.Web.Bulk;

/// <summary>One line of a table of a bulk run.</summary>
/// <param name="Number">Its place in the list, from 1; null for a refused line.</param>
/// <param name="Name">The target, or the line as it was pasted. Untrusted text.</param>
/// <param name="State">Its state; null where that is not shown.</param>
/// <param name="Note">Why. Untrusted text.</param>
/// <param name="Steps">What would be done, for a target.</param>
/// <param name="Refusal">Why the line was refused.</param>
public sealed record BulkTableLine(int? Number, string Name, BulkTargetState? State, string? Note, IReadOnlyList<BulkTargetStep> Steps, BulkRefusal? Refusal = null);
