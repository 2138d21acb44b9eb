using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>Decides what a ticket is about: what its text shows by itself, then what a model proposes, then what the text leaves of that.</summary>
public sealed class TicketTriage(WriterLanguage languages, TraitFinder traits, IntentWords words, TraitRules rules, TriageModels models)
{
    /// <summary>Who answered when no model was asked: the rules over the text itself.</summary>
    public const string TextRules = "text-rules";

    /// <summary>Version of the traits and what they do. Raise it when either changes.</summary>
    public const string TextRulesVersion = "2";

    /// <summary>In what language a requester is answered whose own is not known.</summary>
    private const string Otherwise = "en";

    /// <summary>What a ticket is about.</summary>
    public async Task<TriageTicket.Result> OfAsync(string caseId, TicketSnapshot ticket, CancellationToken cancellation)
    {
        var language = languages.Of(ticket.Title, ticket.Text);
        var found = traits.Find(ticket.Title, ticket.Text);
        if (TraitRules.WithoutModel(found) is { } seen)
            return ToResult(seen, new ModelVerdict(seen, TextRules, TextRulesVersion, false, null), language, found);

        var verdict = await models.AskAsync(new TriageRequest(caseId, ticket.Title, ticket.Text), cancellation);
        if (rules.IsRemediable(verdict.Answer) && !words.Support(verdict.Answer.Intent!, ticket.Title, ticket.Text))
            found = [.. found, TicketTraits.NotInTheWords];
        return ToResult(rules.Apply(verdict.Answer, found), verdict, language, found);
    }

    private static TriageTicket.Result ToResult(TriageAnswer answer, ModelVerdict verdict, string language, IReadOnlyList<string> traits)
    {
        var facts = new TriageFacts(
            answer.Intent,
            answer.Confidence,
            verdict.IsLanguageModel && answer.Intent is not null && answer.Intent == verdict.Answer.Intent,
            answer.Abstained is not null || answer.Intent is null,
            answer.DeviceHint,
            answer.AppHint,
            answer.IsConfirmedLost,
            traits.Contains(TicketTraits.ThirdParty, StringComparer.Ordinal),
            traits.Contains(TicketTraits.GuestRemoval, StringComparer.Ordinal),
            traits.Contains(TicketTraits.RestartTried, StringComparer.Ordinal),
            TraitRules.DoubtOf(answer, traits));
        return new TriageTicket.Result(
            facts, verdict.Model, verdict.Version, answer.Abstained, verdict.FellBack, language == WriterLanguage.Undetermined ? Otherwise : language, traits);
    }
}
