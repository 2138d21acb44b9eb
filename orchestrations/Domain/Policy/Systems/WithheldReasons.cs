using HelpDesk.Orchestrations.Domain.Intents;

namespace HelpDesk.Orchestrations.Domain.Policy.Systems;

/// <summary>Says in plain words why no runbook may act on a ticket.</summary>
public static class WithheldReasons
{
    /// <summary>The sentence for a trait of <see cref="TicketTraits"/>.</summary>
    /// <param name="trait">The trait.</param>
    /// <param name="system">The fact <c>system</c>.</param>
    /// <param name="table">The systems.</param>
    public static string Of(string trait, string? system, SystemTable table) => trait switch
    {
        TicketTraits.Machine => "A program wrote this ticket.",
        TicketTraits.ProviderNotice => "This reads like the notice of a provider; check with the person before anything is done.",
        TicketTraits.AlreadyDone or TicketTraits.SaidDone => "The ticket reports work that was done already, or says that nothing is to be done.",
        TicketTraits.Withdrawn => "The request was withdrawn.",
        TicketTraits.Reactivation => "The ticket asks to enable or keep something, not to take it away.",
        TicketTraits.Inverted => "The ticket asks not to do what its words name.",
        TicketTraits.SeveralRequests => "The ticket asks for several things.",
        TicketTraits.ManyAffected => "Several people are affected: one shared cause is likely.",
        TicketTraits.AsksHowPeopleAreChecked => "The ticket asks how the service desk makes sure of people, and names no problem.",
        TicketTraits.AddressesTheMachine => "The ticket gives instructions to the software that reads it.",
        TicketTraits.PrivateThing => "The ticket is about a device of the person's own, not one of the company.",
        TicketTraits.OtherSystem when table.Find(system) is { } other => $"The ticket is about '{other.Title}', whose passwords and locks are not in Entra.",
        TicketTraits.OtherSystem => "The ticket names something whose passwords and locks may not be in Entra.",
        _ => "The ticket itself shows that nothing may be done automatically.",
    };
}
