using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding.Comments;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>Decides what a ticket is about: what its text shows by itself, then what a model proposes, then what the text leaves of that.</summary>
public sealed class TicketTriage(WriterLanguage languages, TraitFinder traits, IntentWords words, TraitRules rules, TriageModels models, CommentReader comments)
{
    /// <summary>Who answered when no model was asked: the rules over the text itself.</summary>
    public const string TextRules = "text-rules";

    /// <summary>Version of the traits and what they do. Raise it when either changes.</summary>
    public const string TextRulesVersion = "6";

    /// <summary>In what language a requester is answered whose own is not known.</summary>
    private const string Otherwise = "en";

    /// <summary>What a ticket is about.</summary>
    public async Task<TriageTicket.Result> OfAsync(CaseId caseId, TicketSnapshot ticket, CancellationToken cancellation)
    {
        var language = languages.Of(ticket.Title, ticket.Text);
        var found = AnsweredTriage.Settle(ticket, traits.Find(ticket.Title, ticket.Text));
        var system = AnsweredTriage.System(ticket, traits.Systems) ?? traits.FindSystem(ticket.Title, ticket.Text);
        // Whose mail is handed on is who it is about.
        if (ticket.IsForwarded && !found.Contains(TicketTraits.ThirdParty, StringComparer.Ordinal))
            found = [.. found, TicketTraits.ThirdParty];
        if (TraitRules.WithoutModel(found) is { } seen)
            return ToResult(seen, new ModelVerdict(seen, TextRules, TextRulesVersion, false, null), language, found, system, null) with { Tone = ToneOf(ticket, found, null) };

        var chosen = AnsweredTriage.ChosenIntent(ticket, rules.Intents);
        var verdict = chosen ?? await models.AskAsync(new TriageRequest(caseId, ticket.Title, ticket.Text), cancellation);
        if (chosen is null && rules.IsRemediable(verdict.Answer) && !words.Support(verdict.Answer.Intent!, ticket.Title, ticket.Text))
            found = words.IsAbout(verdict.Answer.Intent!, ticket.Title, ticket.Text) ? [.. found, TicketTraits.NotInTheWords] : [.. found, TicketTraits.NotInTheWords, TicketTraits.NoneOfTheWords];
        (found, system) = ModelSigns.Add(verdict.Answer, found, system, traits.Systems);
        (found, system) = (AnsweredTriage.Settle(ticket, found), AnsweredTriage.System(ticket, traits.Systems) ?? system);
        if (rules.IsOfAnotherSystem(verdict.Answer, system) || rules.IsAccessElsewhere(verdict.Answer, system, found, $"{ticket.Title}\n{ticket.Text}"))
            found = [.. found, TicketTraits.OtherSystem];
        if (!rules.IsOfPrivateThing(verdict.Answer, found))
            found = [.. found.Where(static trait => trait != TicketTraits.PrivateThing)];
        if (!found.Contains(TicketTraits.TakenBack, StringComparer.Ordinal) && comments.TakeBack(ticket, verdict.Answer.Intent))
            found = [.. found, TicketTraits.TakenBack];
        return ToResult(rules.Apply(verdict.Answer, found, verdict.IsLanguageModel), verdict, language, found, system, AnsweredTriage.IsGone(ticket)) with
        {
            Tone = ToneOf(ticket, found, verdict.Answer.Signs?.Tone),
        };
    }

    // What a program writes is urgent by habit.
    private static TicketTone? ToneOf(TicketSnapshot ticket, IReadOnlyList<string> traits, TicketTone? said) =>
        traits.Any(static trait => trait is TicketTraits.Machine or TicketTraits.ProviderNotice) ? null
            : ToneWords.Of(ticket.Title, ticket.Text).With(said) is { Words: not null } tone ? tone : null;

    private static TriageTicket.Result ToResult(TriageAnswer answer, ModelVerdict verdict, string language, IReadOnlyList<string> traits, string? system, bool? isGone)
    {
        var facts = new TriageFacts(
            answer.Intent,
            answer.Confidence,
            verdict.IsLanguageModel && answer.Intent is not null && answer.Intent == verdict.Answer.Intent,
            answer.Abstained is not null || answer.Intent is null,
            answer.DeviceHint,
            answer.AppHint,
            isGone ?? answer.IsConfirmedLost,
            traits.Contains(TicketTraits.ThirdParty, StringComparer.Ordinal),
            traits.Contains(TicketTraits.GuestRemoval, StringComparer.Ordinal),
            traits.Contains(TicketTraits.RestartTried, StringComparer.Ordinal),
            system,
            TraitRules.Withheld(traits),
            TraitRules.DoubtOf(answer, traits));
        return new TriageTicket.Result(
            facts, verdict.Model, verdict.Version, answer.Abstained, verdict.FellBack, language == WriterLanguage.Undetermined ? Otherwise : language, traits);
    }
}
