using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>Names one stored plan and what it must be: what a workflow carries instead of a plan. It proves nothing until the plan is read.</summary>
/// <param name="CaseId">The case whose plan it is.</param>
/// <param name="Context">Where it is stored.</param>
/// <param name="Hash">Its hash: what was allowed or approved.</param>
public sealed record PlanReference(CaseId CaseId, ContextReference Context, PlanHash Hash)
{
    /// <summary>The reference to a plan that was stored just now.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="stored">Where it is stored.</param>
    public static PlanReference To(Plan plan, ContextReference stored) => new(plan.CaseId, stored, PlanFingerprint.Of(plan));
}
