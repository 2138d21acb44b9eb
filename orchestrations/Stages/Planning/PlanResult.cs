using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>A plan, or why there is none.</summary>
/// <param name="Plan">The plan; null when there is none.</param>
/// <param name="NoPlan">Why there is none, in plain words for the person who takes over; null when there is a plan.</param>
/// <param name="LeftOut">Steps that were not taken, and why.</param>
public sealed record PlanResult(Plan? Plan, string? NoPlan, IReadOnlyList<LeftOutStep> LeftOut)
{
    /// <summary>No plan.</summary>
    public static PlanResult None(string reason, IReadOnlyList<LeftOutStep>? leftOut = null) => new(null, reason, leftOut ?? []);
}
