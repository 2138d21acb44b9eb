using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Bench.Triage;

/// <summary>What the product says of a labelled ticket.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Likeliest">What the model itself thinks likeliest, answered or not.</param>
/// <param name="Result">What triage ends with.</param>
internal sealed record JudgedTicket(LabelledTicket Ticket, Likelihood Likeliest, TriageTicket.Result Result)
{
    /// <summary>The final answer; an abstention is <c>unknown</c>.</summary>
    public string Final => Result.Facts.Intent ?? IntentCatalogue.Unknown;

    /// <summary>True when an intent on which a runbook acts is answered, sure enough for a plan, and nothing forbids one.</summary>
    public bool IsPlanned(IntentCatalogue intents, double considered) =>
        IsSure(intents, considered) && Result.Facts is { Withheld: null, IsAboutSomebodyElse: false };

    /// <summary>True when an intent on which a runbook acts is answered at that confidence or above.</summary>
    public bool IsSure(IntentCatalogue intents, double least) => intents.Find(Final) is { IsRemediable: true } && Result.Facts.Confidence >= least;

    /// <summary>True when a plan would be wrong: another intent, or a ticket on which no runbook may act.</summary>
    public bool IsUndue => !Ticket.Accepts(Final) || Ticket.IsMachine || Ticket.IsThirdParty || Ticket.IsAlreadyDone || Ticket.IsOfOtherSystem;
}
