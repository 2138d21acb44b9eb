using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Stages.Planning.Undo;

/// <summary>The steps of an undo as their targets are now, or why there can be no plan of them.</summary>
/// <param name="Steps">In the order in which they are taken back; empty when there can be no plan.</param>
/// <param name="NoPlan">Why there can be none; null when there can.</param>
/// <param name="AsBefore">How the targets look, when all of them are as before already; null when something is to be taken back.</param>
public sealed record UndoSteps(IReadOnlyList<PlanStep> Steps, string? NoPlan, string? AsBefore = null)
{
    /// <summary>No plan.</summary>
    public static UndoSteps None(string why) => new([], why);
}
