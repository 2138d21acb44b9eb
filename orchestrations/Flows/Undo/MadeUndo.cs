using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Flows.Undo;

/// <summary>The plan of an undo, or why there is none.</summary>
/// <param name="Plan">The plan in the context store; null when there is none.</param>
/// <param name="PlanHash">Its hash.</param>
/// <param name="StepCount">Its steps.</param>
/// <param name="NoPlan">Why there is none; null when there is one.</param>
public sealed record MadeUndo(ContextReference? Plan, string? PlanHash, int StepCount, string? NoPlan);
