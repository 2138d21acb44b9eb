using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Orchestrations.Flows.Tickets.Answering;

/// <summary>
/// Whether a ticket may be answered from knowledge: policy lists its intent, a person with an ordinary account asks for themselves, and nothing
/// in it is a danger, a machine's, or another's. An answer must never keep a matter from the person who has to see it.
/// </summary>
public sealed class AnswerChoice(PolicySet policy, KillSwitch killSwitch, PersonRequests people, TicketStops stops)
{
    private static readonly string[] Never =
    [
        TicketTraits.Machine, TicketTraits.AlreadyDone, TicketTraits.ProviderNotice, TicketTraits.ManyAffected, TicketTraits.Inverted, TicketTraits.SaidDone,
        TicketTraits.Withdrawn, TicketTraits.SecurityAlert, TicketTraits.AddressesTheMachine, TicketTraits.TakenBack, TicketTraits.WantsPerson, TicketTraits.GuestRemoval,
        TicketTraits.SeveralRequests, TicketTraits.Reactivation,
    ];

    private static readonly string[] NeverAbstained = [AbstentionReasons.SeenInText, AbstentionReasons.ContentFilter];

    /// <summary>Who asks; null when it may not be answered.</summary>
    /// <param name="record">The case.</param>
    /// <param name="said">What triage said.</param>
    /// <param name="requester">Who asks, as the directory says.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<KnowledgeReader?> ReaderAsync(CaseRecord record, TriageTicket.Result said, RequesterSnapshot requester, CancellationToken cancellation)
    {
        if (!policy.Questions.AnswerFor.Contains(said.Facts.Intent ?? IntentCatalogue.Unknown) || said.Facts.Withheld is not null)
            return null;
        // "How do I share my calendar with a colleague?" names another person and is the writer's own question: nothing but an article comes of it.
        var isOwnQuestion = said.Facts.Intent == IntentCatalogue.HowTo;
        if (!isOwnQuestion && (said.Facts.IsAboutSomebodyElse || said.Traits.Contains(TicketTraits.ThirdParty, StringComparer.Ordinal)))
            return null;
        if (said.Traits.Any(Never.Contains) || NeverAbstained.Contains(said.Abstained))
            return null;
        if (requester.Person is not { IsPrivileged: false, IsGuest: false } person || policy.Protection.IsServiceAccount(person))
            return null;
        if (await people.FindAsync(record.CaseId, cancellation) is not null || await stops.FindAsync(record.CaseId, cancellation) is not null || await killSwitch.IsOnAsync(cancellation))
            return null;
        return ReaderOf(requester);
    }

    /// <summary>The requester as a reader: an employee, never staff, whoever they are: what is written into a ticket, others may read.</summary>
    public static KnowledgeReader? ReaderOf(RequesterSnapshot requester) =>
        requester.Person is { } person ? new KnowledgeReader(person.Id, person.Mail ?? person.UserPrincipalName, IsStaff: false) : null;
}
