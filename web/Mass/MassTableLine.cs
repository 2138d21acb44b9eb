using HelpDesk.Orchestrations.Flows.Bulk;

namespace HelpDesk.Web.Mass;

/// <summary>One line of a table of a mass run.</summary>
/// <param name="Number">Its place in the list, from 1; null for a refused line.</param>
/// <param name="Name">The target, or the line as it was pasted. Untrusted text.</param>
/// <param name="State">How it stands; null where that is not shown.</param>
/// <param name="Note">Why. Untrusted text.</param>
/// <param name="Steps">What would be done, for a target.</param>
/// <param name="Refusal">Why the line was refused.</param>
public sealed record MassTableLine(int? Number, string Name, MassTargetState? State, string? Note, IReadOnlyList<MassTargetStep> Steps, MassRefusal? Refusal = null);
