namespace HelpDesk.Orchestrations.Domain.Policy.Budgets;

/// <summary>
/// Blast radius: how many effects there may be in one clock hour before people take over. An effect is one step on one target that changes
/// something; a plan that wipes five devices has five.
/// </summary>
/// <param name="EffectsPerHour">Most effects of tickets and operators' undos.</param>
/// <param name="EffectsPerSubjectPerHour">Most effects on one person and their devices.</param>
/// <param name="ByRemediation">Most effects per catalogue id; undos are none of them.</param>
/// <param name="OutageSuspectedAt">So many requesters with the same intent within an hour look like one outage.</param>
public sealed record BudgetRules(
    int EffectsPerHour, int EffectsPerSubjectPerHour, IReadOnlyDictionary<string, int> ByRemediation, int OutageSuspectedAt)
{
    /// <summary>How long the same fix is not done again for the same person: a person gets the ticket with the history. Default 7 days; zero = it may be repeated at once.</summary>
    public TimeSpan SameFixAfter { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Runbooks that may be repeated at any time: protection is never withheld. Default none.</summary>
    public IReadOnlyList<string> SameFixExcept { get; init; } = [];
}
