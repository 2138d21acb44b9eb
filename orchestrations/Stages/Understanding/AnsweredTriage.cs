using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Domain.Policy.Systems;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>
/// What the requester's answers change of a ticket's triage: an answer settles what it was asked about and nothing else. It can only name what was
/// offered: an intent of the closed list, a system of policy, "it is still so".
/// </summary>
internal static class AnsweredTriage
{
    /// <summary>Who said what the ticket is about, when the requester chose it from a list.</summary>
    public const string Model = "requester";

    private const string Version = "1";

    /// <summary>The intent that the requester chose, as certain as a person's own choice is; null when they chose none.</summary>
    public static ModelVerdict? ChosenIntent(TicketSnapshot ticket, IntentCatalogue intents) =>
        Option(ticket, QuestionKinds.WhatProblem) is { } id && intents.Find(id) is { } intent
            ? new ModelVerdict(new TriageAnswer(intent.Id, 1), Model, Version, IsLanguageModel: true, null)
            : null;

    /// <summary>The system that the requester chose; null when they chose none.</summary>
    public static string? System(TicketSnapshot ticket, SystemTable systems) =>
        Option(ticket, QuestionKinds.WhichSystem) is { } fact && systems.Facts.Contains(fact, StringComparer.Ordinal) ? fact : null;

    /// <summary>The traits without those that an answer settled.</summary>
    public static IReadOnlyList<string> Settle(TicketSnapshot ticket, IReadOnlyList<string> traits)
    {
        if (Option(ticket, QuestionKinds.StillHappening) == "yes")
            traits = [.. traits.Where(trait => trait is not (TicketTraits.SaidDone or TicketTraits.AlreadyDone))];
        return Option(ticket, QuestionKinds.WhatProblem) is null ? traits : [.. traits.Where(trait => trait is not (TicketTraits.TooShort or TicketTraits.TitleContradictsText))];
    }

    private static string? Option(TicketSnapshot ticket, string kind) => ticket.Answers.LastOrDefault(answer => answer.Kind == kind)?.OptionId;
}
