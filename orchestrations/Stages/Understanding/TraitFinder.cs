using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy.Systems;
using HelpDesk.Orchestrations.Stages.Understanding.Systems;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>Finds what a ticket's text shows by itself. Deterministic; linear in a text that is bounded.</summary>
/// <param name="words">The cue words of the intents.</param>
/// <param name="systems">By which words a ticket names a system; null where there is no such table.</param>
public sealed class TraitFinder(IntentWords words, SystemTable? systems = null)
{
    private readonly SystemFinder _systems = new(systems ?? SystemTable.Empty);

    /// <summary>The systems that it knows.</summary>
    public SystemTable Systems => _systems.Table;

    /// <summary>True when a comment asks for a person.</summary>
    public static bool WantsPerson(string comment) => WantsPersonTrait.Shows(new TicketText("", comment));

    /// <summary>Whose password, lock or code the ticket is about (<see cref="SystemFinder"/>).</summary>
    public string? FindSystem(string title, string text) => _systems.Find(title, text);

    /// <summary>The traits, from <see cref="TicketTraits"/>, in the order of that list.</summary>
    /// <param name="title">Redacted title.</param>
    /// <param name="text">Redacted text.</param>
    public IReadOnlyList<string> Find(string title, string text)
    {
        var ticket = new TicketText(title, text);
        var notice = ProviderNoticeTrait.Shows(ticket);
        var machine = notice || MachineTrait.Shows(ticket);
        (string Trait, bool Shows)[] seen =
        [
            // A notice is written by a program too, but it is the phisher's template: it keeps its own name.
            (TicketTraits.Machine, !notice && machine),
            (TicketTraits.AlreadyDone, AlreadyDoneTrait.Shows(ticket) || SolvedItselfTrait.Shows(ticket)),
            (TicketTraits.ThirdParty, ThirdPartyTrait.Shows(ticket)),
            (TicketTraits.SeveralRequests, SeveralRequestsTrait.Shows(ticket) || TwoRequestsTrait.Shows(ticket)),
            (TicketTraits.AnotherMatter, SeveralRequestsTrait.NamesAnother(ticket)),
            (TicketTraits.TooShort, TooShortTrait.Shows(ticket, words)),
            (TicketTraits.ProviderNotice, notice),
            (TicketTraits.ManyAffected, ManyAffectedTrait.Shows(ticket)),
            (TicketTraits.TitleContradictsText, TitleContradictsTextTrait.Shows(ticket, words)),
            (TicketTraits.Withdrawn, WithdrawnTrait.Shows(ticket) && words.Supported(ticket.Words).Count == 0),
            (TicketTraits.Inverted, InvertedTrait.Shows(ticket)),
            (TicketTraits.Reactivation, ReactivationTrait.Shows(ticket)),
            (TicketTraits.SecurityAlert, machine && SecurityAlertTrait.Shows(ticket)),
            (TicketTraits.AsksHowPeopleAreChecked, ProbeTrait.Shows(ticket)),
            (TicketTraits.SaidDone, NoRequestTraits.TellsOnly(ticket)),
            (TicketTraits.AsksOnly, NoRequestTraits.AsksOnly(ticket)),
            (TicketTraits.AsksHow, NoRequestTraits.AsksHow(ticket)),
            (TicketTraits.PrivateThing, NoRequestTraits.IsPrivate(ticket)),
            (TicketTraits.PrivateOnly, NoRequestTraits.IsPrivateOnly(ticket)),
            (TicketTraits.AddressesTheMachine, AddressesTheMachineTrait.Shows(ticket)),
            (TicketTraits.TakenBack, CommentWords.TakesItselfBack(ticket.Words)),
            (TicketTraits.WantsPerson, WantsPersonTrait.Shows(ticket)),
            (TicketTraits.GuestRemoval, GuestRemovalTrait.Shows(ticket, words)),
            (TicketTraits.RestartTried, RestartTriedTrait.Shows(ticket)),
        ];
        return [.. seen.Where(one => one.Shows).Select(one => one.Trait)];
    }
}
