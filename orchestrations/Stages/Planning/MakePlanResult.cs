using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>What <see cref="MakePlan"/> gives, small enough for a history.</summary>
/// <param name="Plan">The stored <see cref="HelpDesk.Orchestrations.Domain.Remediations.Plan"/>; null when there is none.</param>
/// <param name="PlanHash">Its hash.</param>
/// <param name="RunbookId">The runbook; null when no runbook answers the intent.</param>
/// <param name="StepCount">How many steps it has.</param>
/// <param name="NoPlan">Why there is none, in plain words.</param>
/// <param name="LeftOut">Steps of the runbook that were not taken, and why; at most 20.</param>
public sealed record MakePlanResult(
    ContextReference? Plan, string? PlanHash, string? RunbookId, int StepCount, string? NoPlan, IReadOnlyList<LeftOutStep> LeftOut);
