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
    /// <summary>Most effects of one requester's tickets in an hour, whomever they are about. Default 60: no one can use up the tenant's budget.</summary>
    public int EffectsPerRequesterPerHour { get; init; } = 60;

    /// <summary>Most approvals that one requester's tickets ask for in an hour. Default 6.</summary>
    public int ApprovalsPerRequesterPerHour { get; init; } = 6;

    /// <summary>Most approvals that tickets of one channel (portal, mail, phone ...) ask for in an hour. Default 200.</summary>
    public int ApprovalsPerChannelPerHour { get; init; } = 200;

    /// <summary>Most cards to approvers in an hour; from then on one digest every quarter of an hour says how many approvals wait. Default 40.</summary>
    public int CardsPerHour { get; init; } = 40;

    /// <summary>How long the same fix is not done again for the same person: a person gets the ticket with the history. Default 7 days; zero = it may be repeated at once.</summary>
    public TimeSpan SameFixAfter { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How often a case that a person got goes back to planning because a reply says what was missing, and nobody has taken the ticket. Default 1; 0 = never.</summary>
    public int PlanAgainPerCase { get; init; } = 1;

    /// <summary>Runbooks that may be repeated at any time: protection is never withheld. Default none.</summary>
    public IReadOnlyList<string> SameFixExcept { get; init; } = [];
}
