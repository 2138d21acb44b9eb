using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Conversation.Questions;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>
/// Decides whether a question may be asked, and which: only one whose answer can change the path. Nothing is asked when a person is wanted, the
/// kill switch is on, the runbook is off, or the requester's account is one that people look after.
/// </summary>
public sealed class QuestionChoice(QuestionOptions options, RunbookLibrary runbooks, PolicySet policy, KillSwitch killSwitch, PersonRequests people, CaseContext contexts)
{
    // Who is angry or cannot wait is asked once, or gets a person.
    private const int MostWhenPressing = 1;

    private static readonly string[] NeverAsked = [TicketTraits.Machine, TicketTraits.ProviderNotice, TicketTraits.SecurityAlert, TicketTraits.AddressesTheMachine, TicketTraits.WantsPerson, TicketTraits.ManyAffected, TicketTraits.AsksHowPeopleAreChecked];

    /// <summary>The question; null when none may be asked, or none helps.</summary>
    public async Task<ChosenQuestion?> OfAsync(CaseRecord record, AskQuestion.Input input, CancellationToken cancellation)
    {
        if (record.QuestionsAsked >= (input.Said.Tone is { IsPressing: true } ? Math.Min(MostWhenPressing, policy.Questions.MostPerTicket) : policy.Questions.MostPerTicket) || input.Said.Traits.Any(NeverAsked.Contains) || (input.Said.Facts.IsAboutSomebodyElse && input.Question?.Id != QuestionKinds.WhoLeaves))
            return null;
        var requester = await contexts.GetAsync<RequesterSnapshot>(input.Requester, cancellation);
        if (requester.Person is not { IsPrivileged: false } person || policy.Protection.IsServiceAccount(person))
            return null;
        var ticket = await contexts.GetAsync<TicketSnapshot>(input.Ticket, cancellation);
        if (options.Of(input, ticket) is not var (kind, offered) || !policy.Questions.Lets(kind, input.Said.Facts.Intent) || !IsOn(input))
            return null;
        if (await people.FindAsync(record.CaseId, cancellation) is not null || await killSwitch.IsOnAsync(cancellation))
            return null;

        // Two words say little of a language: the directory knows more.
        var language = input.Said.Abstained is null ? input.Said.Language : person.Language ?? input.Said.Language;
        return new ChosenQuestion(kind, language, Offered(kind, offered, language));
    }

    private bool IsOn(AskQuestion.Input input) =>
        (input.RunbookId ?? (input.Said.Facts.Intent is { } intent ? runbooks.ForIntent(intent)?.Id : null)) is not { } runbook || policy.Modes.For(runbook).Mode is RunbookMode.Suggest or RunbookMode.Auto;

    private static List<QuestionOption> Offered(string kind, IReadOnlyList<LocalizedOption> offered, string language)
    {
        List<QuestionOption> all = [.. offered.Select(option => new QuestionOption(option.Id, option.Text.In(language), option.Words))];
        return all.Count > 0 && kind is QuestionKinds.WhichDevice or QuestionKinds.WhichAccess or QuestionKinds.WhichSystem ? [.. all, new QuestionOption(QuestionOption.None, QuestionTexts.NoneOf(language))] : all;
    }
}

/// <summary>A question that is asked.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Language">In which language.</param>
/// <param name="Options">What can be chosen.</param>
public sealed record ChosenQuestion(string Kind, string Language, IReadOnlyList<QuestionOption> Options);
