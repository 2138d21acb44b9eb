using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>
/// A stored plan that is the one its reference names: of the same case, with the same hash. Only reading it makes one, so that nothing
/// runs on a plan that was not compared.
/// </summary>
public sealed class VerifiedPlan
{
    private VerifiedPlan(Plan plan) => Plan = plan;

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>Reads a plan and compares it.</summary>
    /// <returns>Null when it is another case's or has another hash.</returns>
    /// <exception cref="InvalidOperationException">It is not in the store, or was changed there.</exception>
    public static async Task<VerifiedPlan?> FindAsync(CaseContext contexts, PlanReference reference, CancellationToken cancellation)
    {
        var plan = await contexts.GetAsync<Plan>(reference.Context, cancellation);
        return plan.CaseId == reference.CaseId && PlanFingerprint.Of(plan) == reference.Hash ? new VerifiedPlan(plan) : null;
    }

    /// <summary>Reads a plan that must be the one its reference names.</summary>
    /// <exception cref="InvalidOperationException">It is not, is not in the store, or was changed there.</exception>
    public static async Task<VerifiedPlan> LoadAsync(CaseContext contexts, PlanReference reference, CancellationToken cancellation) =>
        await FindAsync(contexts, reference, cancellation)
            ?? throw new InvalidOperationException($"The stored plan of case '{reference.CaseId}' is not the one that was allowed.");
}
