using HelpDesk.Orchestrations.Foundation;
using System.Globalization;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>
/// Says what a ticket is about: what its text shows by itself, then what a model proposes, then what the text leaves of that.
/// The first answer is kept, so that a repeated attempt tells the same.
/// </summary>
public sealed class TriageTicket(
    WriterLanguage languages,
    TraitRules rules,
    TriageModels models,
    CaseContext contexts,
    ActivityResults results,
    CaseStore caseStore,
    IAuditLog audit,
    ProductMetrics metrics,
    TimeProvider time,
    ILogger<TriageTicket> logger) : KeptActivity<TriageTicket.Input, TriageTicket.Result>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<TriageTicket>("triage-ticket");

    /// <summary>Who answered when no model was asked: the rules over the text itself.</summary>
    public const string TextRules = "text-rules";

    /// <summary>Version of the traits and what they do. Raise it when either changes.</summary>
    public const string TextRulesVersion = "2";

    /// <summary>In what language somebody is answered whose own is not known.</summary>
    private const string Otherwise = "en";

    /// <inheritdoc />
    protected override string CaseOf(Input input) => input.CaseId;

    /// <inheritdoc />
    protected override Task<Result> MakeAsync(ActivityContext context, Input input) => TimedAsync(input, context.Cancellation);

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, Input input, Result result)
    {
        var cancellation = context.Cancellation;
        await audit.AppendAsync(Entry(context, input, result), cancellation);
        await caseStore.UpdateAsync(
            input.CaseId,
            record => record with
            {
                Intent = result.Facts.Intent,
                Confidence = result.Facts.Confidence,
                TriagedBy = result.Model,
                Doing = result.Facts.IsAbstention ? "Looking for the right person" : "Making a plan",
            },
            cancellation);
        logger.Triaged(input.CaseId, result.Facts.Intent ?? "nothing certain", result.Model);
    }

    private async Task<Result> TimedAsync(Input input, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var result = await TriageAsync(input, cancellation);
        metrics.Triaged(result.Model, time.GetElapsedTime(began), result.Facts.IsAbstention ? result.Abstained ?? "no-intent" : null);
        return result;
    }

    private async Task<Result> TriageAsync(Input input, CancellationToken cancellation)
    {
        var ticket = await contexts.GetAsync<TicketSnapshot>(input.Ticket, cancellation);
        var language = languages.Of(ticket.Title, ticket.Text);
        var traits = TraitFinder.Find(ticket.Title, ticket.Text);
        if (TraitRules.WithoutModel(traits) is { } seen)
            return ToResult(seen, new ModelVerdict(seen, TextRules, TextRulesVersion, false, null), language, traits);

        var verdict = await models.AskAsync(new TriageRequest(input.CaseId, ticket.Title, ticket.Text, language), cancellation);
        if (rules.IsRemediable(verdict.Answer) && !IntentWords.Support(verdict.Answer.Intent!, ticket.Title, ticket.Text))
            traits = [.. traits, TicketTraits.NotInTheWords];
        return ToResult(rules.Apply(verdict.Answer, traits), verdict, language, traits);
    }

    private static Result ToResult(TriageAnswer answer, ModelVerdict verdict, string language, IReadOnlyList<string> traits)
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
            traits.Contains(TicketTraits.GuestRemoval, StringComparer.Ordinal));
        return new Result(facts, verdict.Model, verdict.Version, answer.Abstained, verdict.FellBack, language == WriterLanguage.Undetermined ? Otherwise : language, traits);
    }

    private static AuditEvent Entry(ActivityContext context, Input input, Result result)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["model"] = result.Model,
            ["model-version"] = result.ModelVersion,
            ["intent"] = result.Facts.Intent ?? "none",
            ["confidence"] = result.Facts.Confidence.ToString("0.###", CultureInfo.InvariantCulture),
            ["language"] = result.Language,
            ["about-somebody-else"] = result.Facts.IsAboutSomebodyElse ? "yes" : "no",
        };
        if (result.Abstained is { } reason)
            facts["abstained"] = reason;
        if (result.FellBack is { } fault)
            facts["fell-back"] = fault;
        if (result.Traits.Count > 0)
            facts["traits"] = string.Join(", ", result.Traits);
        var summary = result.Facts.Intent is { } intent
            ? string.Create(CultureInfo.InvariantCulture, $"The ticket is understood as '{intent}' with confidence {result.Facts.Confidence:0.##}.")
            : $"It is not certain what the ticket is about ({result.Abstained}).";
        return new AuditEvent(
            input.CaseId, $"{context.IdempotencyKey}/triaged", AuditKinds.Triaged, $"model:{result.Model}@{result.ModelVersion}", summary, facts);
    }

    /// <summary>What triage takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Ticket">The redacted <see cref="TicketSnapshot"/>.</param>
    public sealed record Input(string CaseId, ContextReference Ticket);

    /// <summary>What triage ended with, small enough for a history.</summary>
    /// <param name="Facts">What plan and policy weigh.</param>
    /// <param name="Model">Which model said so.</param>
    /// <param name="ModelVersion">Its version.</param>
    /// <param name="Abstained">Why there is no intent, one of <see cref="AbstentionReasons"/>; null when there is one.</param>
    /// <param name="FellBack">Why the language model was not used though one is configured (its fault code); null when it was or none is.</param>
    /// <param name="Language">Two-letter language in which the requester is answered.</param>
    /// <param name="Traits">What the text itself shows, from <see cref="TicketTraits"/>: machine text, already done, third party, several requests.</param>
    public sealed record Result(
        TriageFacts Facts,
        string Model,
        string ModelVersion,
        string? Abstained,
        string? FellBack,
        string Language,
        IReadOnlyList<string> Traits);
}
