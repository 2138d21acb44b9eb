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
    FirstResult first,
    CaseStore caseStore,
    IAuditLog audit,
    ProductMetrics metrics,
    TimeProvider time,
    ILogger<TriageTicket> logger) : Activity<TriageTicketInput, TriageResult>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<TriageTicketInput, TriageResult> Reference = Named<TriageTicket>("triage-ticket");

    /// <summary>Who answered when no model was asked: the rules over the text itself.</summary>
    public const string TextRules = "text-rules";

    /// <summary>Version of the traits and what they do. Raise it when either changes.</summary>
    public const string TextRulesVersion = "2";

    /// <summary>In what language somebody is answered whose own is not known.</summary>
    private const string Otherwise = "en";

    /// <inheritdoc />
    public override async Task<TriageResult> RunAsync(ActivityContext context, TriageTicketInput input)
    {
        var cancellation = context.Cancellation;
        var result = await first.FindAsync<TriageResult>(input.CaseId, context.IdempotencyKey, cancellation)
            ?? await first.KeepAsync(input.CaseId, context.IdempotencyKey, await TimedAsync(input, cancellation), cancellation);

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
        return result;
    }

    private async Task<TriageResult> TimedAsync(TriageTicketInput input, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var result = await TriageAsync(input, cancellation);
        metrics.Triaged(result.Model, time.GetElapsedTime(began), result.Facts.IsAbstention ? result.Abstained ?? "no-intent" : null);
        return result;
    }

    private async Task<TriageResult> TriageAsync(TriageTicketInput input, CancellationToken cancellation)
    {
        var ticket = await contexts.GetAsync<TicketSnapshot>(input.Ticket, cancellation);
        var language = languages.Of(ticket.Title, ticket.Text);
        var traits = TraitFinder.Find(ticket.Title, ticket.Text);
        if (TraitRules.WithoutModel(traits) is { } seen)
            return Result(seen, new ModelVerdict(seen, TextRules, TextRulesVersion, false, null), language, traits);

        var verdict = await models.AskAsync(new TriageRequest(input.CaseId, ticket.Title, ticket.Text, language), cancellation);
        if (rules.IsRemediable(verdict.Answer) && !IntentWords.Support(verdict.Answer.Intent!, ticket.Title, ticket.Text))
            traits = [.. traits, TicketTraits.NotInTheWords];
        return Result(rules.Apply(verdict.Answer, traits), verdict, language, traits);
    }

    private static TriageResult Result(TriageAnswer answer, ModelVerdict verdict, string language, IReadOnlyList<string> traits)
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
        return new TriageResult(facts, verdict.Model, verdict.Version, answer.Abstained, verdict.FellBack, language == WriterLanguage.Undetermined ? Otherwise : language, traits);
    }

    private static AuditEvent Entry(ActivityContext context, TriageTicketInput input, TriageResult result)
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
}
