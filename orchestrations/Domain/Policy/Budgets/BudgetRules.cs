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
    int EffectsPerHour, int EffectsPerSubjectPerHour, IReadOnlyDictionary<string, int> ByRemediation, int OutageSuspectedAt);
