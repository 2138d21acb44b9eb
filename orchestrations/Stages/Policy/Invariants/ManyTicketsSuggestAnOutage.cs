using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>Many people with the same complaint within an hour have one cause, and mending each account would miss it.</summary>
public sealed class ManyTicketsSuggestAnOutage : PolicyRule
{
    /// <inheritdoc />
    public override bool ConcernsUndo => false;

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy) =>
        input.SimilarRequesters >= policy.Budgets.OutageSuspectedAt
            ? Refuse($"{input.SimilarRequesters} people reported '{input.Plan.Intent}' within the hour: this may be one outage.")
            : null;
}
