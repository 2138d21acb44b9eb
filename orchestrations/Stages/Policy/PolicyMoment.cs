using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Ledger.Switches;

namespace HelpDesk.Orchestrations.Stages.Policy;

/// <summary>Reads what is true of the moment and not of the people: the kill switch, how many others ask for the same, the time.</summary>
public sealed class PolicyMoment(KillSwitch killSwitch, SimilarRequests similar, TimeProvider time)
{
    /// <summary>What is true now.</summary>
    public async Task<(bool KillSwitchIsOn, int SimilarRequesters, DateTimeOffset Now)> ReadAsync(Plan plan, CancellationToken cancellation) =>
        (await killSwitch.IsOnAsync(cancellation), await similar.CountAsync(plan.Intent, plan.RequesterId, cancellation), time.GetUtcNow());
}
