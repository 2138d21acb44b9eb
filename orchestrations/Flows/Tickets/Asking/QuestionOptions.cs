using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Domain.Policy.Systems;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>Which question fits what triage and planning left open, and what it offers: ids of the directory and of our own files, never words of the ticket.</summary>
public sealed class QuestionOptions(IntentCatalogue intents, IntentWords words, RunbookLibrary runbooks, RemediationCatalogue catalogue, PolicySet policy)
{
    private const int MostIntents = 4;
    private const int MostSystems = 4;
    private const int FewWords = 12;

    private static readonly LocalizedText Microsoft = LocalizedText.Of(
        "My computer, email and Microsoft 365 account", "Mein Konto für Computer, E-Mail und Microsoft 365", "Mi cuenta del ordenador, el correo y Microsoft 365", "Mon compte pour l'ordinateur, la messagerie et Microsoft 365");

    private static readonly LocalizedText Still = LocalizedText.Of("Yes, I still have it", "Ja, es besteht noch", "Sí, todavía", "Oui, toujours");
    private static readonly LocalizedText Over = LocalizedText.Of("No, it works", "Nein, es funktioniert", "No, ya funciona", "Non, cela fonctionne");

    private static readonly LocalizedOption[] GoneForGood =
    [
        new("yes", LocalizedText.Of("Yes, wipe it", "Ja, bitte löschen", "Sí, bórrenlo", "Oui, effacez-le"), "ja si oui wipe gone delete weg borrar borren effacer effacez"),
        new("no", LocalizedText.Of("No, I may get it back", "Nein, vielleicht bekomme ich ihn zurück", "No, puede que lo recupere", "Non, je peux encore le retrouver"), "nein non keep wait warten esperar attendre"),
    ];

    /// <summary>The question with its options; null when none helps.</summary>
    public (string Kind, IReadOnlyList<LocalizedOption> Options)? Of(AskQuestion.Input input, TicketSnapshot ticket)
    {
        // Who has chosen is not asked for it again.
        if (input.Question is { } planned)
            return IsChosen(ticket, planned.Id) ? null : planned.Id == QuestionKinds.GoneForGood ? (planned.Id, GoneForGood) : (planned.Id, [.. planned.Options.Select(option => new LocalizedOption(option.Id, Same(option.Text), option.Words))]);
        return input.Said.Facts switch
        {
            { Withheld: TicketTraits.OtherSystem, System: SystemTable.Unknown } when !IsAnswered(ticket, QuestionKinds.WhichSystem) => (QuestionKinds.WhichSystem, Systems(ticket)),
            { Withheld: TicketTraits.SaidDone } when !IsAnswered(ticket, QuestionKinds.StillHappening) => (QuestionKinds.StillHappening, [new("yes", Still, "ja si oui still noch todavia toujours"), new("no", Over, "nein non works funktioniert funciona marche")]),
            _ when IsAnswered(ticket, QuestionKinds.WhatProblem) => null,
            { Withheld: null } when IsOpen(input, ticket) && Intents(ticket, policy.Questions.Offer) is { Count: > 0 } offered => (QuestionKinds.WhatProblem, offered),
            { Withheld: null, Intent: { } intent } when input.HasNoPlan && policy.Questions.Narrower.TryGetValue(intent, out var narrower) && Offered(narrower) is { Count: > 0 } offered => (QuestionKinds.WhatProblem, offered),
            { Withheld: null, Intent: { } intent } when WouldBeRefused(input.Said.Facts, intent) && Intents(ticket, [intent, .. policy.Questions.Offer], intent) is { Count: > 0 } offered => (QuestionKinds.WhatProblem, offered),
            _ => null,
        };
    }

    private static bool IsChosen(TicketSnapshot ticket, string kind) => ticket.Answers.Any(answer => answer.Kind == kind && answer.OptionId is not null);

    private static bool IsAnswered(TicketSnapshot ticket, string kind) => ticket.Answers.Any(answer => answer.Kind == kind);

    // A ticket that says enough to be no request of ours is not asked about: a person has it sooner without.
    private static bool IsOpen(AskQuestion.Input input, TicketSnapshot ticket) => input switch
    {
        _ when input.Said.Traits.Contains(TicketTraits.SeveralRequests, StringComparer.Ordinal) || input.Said.Traits.Contains(TicketTraits.AnotherMatter, StringComparer.Ordinal) => false,
        { Said.Abstained: AbstentionReasons.TooShort } => true,
        { Said.Abstained: AbstentionReasons.OutOfScope or AbstentionReasons.Ambiguous } when VagueWords.Are(ticket.Title, ticket.Text) => true,
        { Said.Abstained: AbstentionReasons.SeenInText or AbstentionReasons.ContentFilter or AbstentionReasons.OutOfScope } => false,
        { Said.Abstained: not null } or { Said.Facts.Intent: null or IntentCatalogue.Unknown } => new WordText($"{ticket.Title} {ticket.Text}").Count <= FewWords,
        _ => false,
    };

    // Where policy refuses for want of certainty. What an approver may still judge is theirs, and sooner.
    private bool WouldBeRefused(TriageFacts facts, string intent) =>
        AskingStage.IsUnsure(facts) && intents.Find(intent) is { IsRemediable: true }
        && (facts.Confidence < TraitRules.DoubtedConfidence || runbooks.ForIntent(intent)?.Steps.Any(step => catalogue.Describe(step.Do) is null or { IsNeverAutomatic: true }) == true);

    // What was understood comes first, then what the ticket's own words are about, then what policy names.
    private List<LocalizedOption> Intents(TicketSnapshot ticket, IReadOnlyList<string> offer, string? understood = null) => Offered(
    [
        .. new[] { understood }.OfType<string>()
            .Concat(intents.All.Where(intent => intent.IsRemediable && words.IsAbout(intent.Id, ticket.Title, ticket.Text)).OrderByDescending(intent => policy.Shares.Of(intent.Id)).Select(intent => intent.Id))
            .Concat(offer),
    ]);

    // Only what a runbook that is on may act on.
    private List<LocalizedOption> Offered(IEnumerable<string> ids) =>
    [
        .. ids.Distinct(StringComparer.Ordinal).Select(intents.Find).OfType<Intent>().Where(intent => !intent.IsRemediable || IsOn(intent)).Take(MostIntents)
            .Select(intent => new LocalizedOption(intent.Id, intent.Title, null)),
    ];

    private bool IsOn(Intent intent) => runbooks.ForIntent(intent.Id) is { Subject: SubjectRule.Requester } runbook && policy.Modes.For(runbook.Id).Mode is RunbookMode.Suggest or RunbookMode.Auto;

    private List<LocalizedOption> Systems(TicketSnapshot ticket)
    {
        var text = new WordText($"{ticket.Title} {ticket.Text}");
        var named = policy.Systems.All.Where(system => text.Places(system.Words).Count > 0);
        return
        [
            new LocalizedOption(SystemTable.Entra, Microsoft, "windows entra office outlook teams microsoft computer laptop pc mail"),
            .. named.Concat(policy.Systems.All).Distinct().Take(MostSystems).Select(system => new LocalizedOption(SystemTable.OtherPrefix + system.Id, Same(system.Title), null)),
        ];
    }

    private static LocalizedText Same(string text) => LocalizedText.Of(text, text, text, text);
}

/// <summary>One option before it is put into a language.</summary>
/// <param name="Id">What it stands for.</param>
/// <param name="Text">As people read it.</param>
/// <param name="Words">Further words by which people mean it; null = none.</param>
public sealed record LocalizedOption(string Id, LocalizedText Text, string? Words);
