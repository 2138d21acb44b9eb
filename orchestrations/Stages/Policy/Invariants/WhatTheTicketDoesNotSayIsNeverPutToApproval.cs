using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;

namespace HelpDesk.Orchestrations.Stages.Policy.Invariants;

/// <summary>
/// An intent for whose words the ticket has none is a model's own idea. With a step that always needs an approval nobody is asked for one: an
/// approver who trusts the card would carry the idea out. A person reads the ticket.
/// </summary>
public sealed class WhatTheTicketDoesNotSayIsNeverPutToApproval : PolicyRule
{
    /// <inheritdoc />
    public override bool ConcernsUndo => false;

    /// <inheritdoc />
    public override RuleFinding? Judge(PolicyInput input, PolicySet policy)
    {
        if (input.Triage.Doubt != TicketTraits.NotInTheWords)
            return null;
        var steps = input.Steps.Where(step => step.Descriptor is null or { IsNeverAutomatic: true }).Select(step => step.Step.Id).ToList();
        return steps.Count == 0 ? null : Refuse($"The words for '{input.Plan.Intent}' are not in the ticket, and no approver is asked for this on a model's word: {string.Join(", ", steps)}.");
    }
}
