using System.Globalization;
using System.Text.Json.Serialization;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>
/// Says what a ticket is about (<see cref="TicketTriage"/>). The first answer is signed and kept, so that a repeated attempt says the same, and policy
/// can be asked again with what was really said.
/// </summary>
public sealed class TriageTicket(
    TicketTriage triage,
    CaseContext contexts,
    SignedResults results,
    CaseStore caseStore,
    TriageTelemetry telemetry) : SignedActivity<TriageTicket.Input, TriageTicket.Result>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<TriageTicket>("triage-ticket");

    /// <inheritdoc />
    protected override SignedActivityKey KeyOf(ActivityContext context, Input input) => new(input.CaseId, context.IdempotencyKey, EntryKey(context), AuditKinds.Triaged);

    /// <inheritdoc />
    protected override Task<Result> MakeAsync(ActivityContext context, Input input) => TriageAsync(input, context.Cancellation);

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, Input input, Result result)
    {
        await caseStore.UpdateAsync(
            input.CaseId,
            record => record with
            {
                Intent = result.Facts.Intent,
                // A confidence that was cut because of a doubt is nobody's measurement.
                Confidence = result.Facts.Doubt is null ? result.Facts.Confidence : null,
                Doubt = result.Facts.WhyInDoubt,
                TriagedBy = result.Model,
                Language = result.Language,
                Tone = result.Tone,
                Doing = result.Facts.IsAbstention ? "Looking for the right person" : "Making a plan",
            },
            context.Cancellation);
        telemetry.Logged(input.CaseId, result);
    }

    private async Task<Result> TriageAsync(Input input, CancellationToken cancellation)
    {
        var ticket = await contexts.GetAsync<TicketSnapshot>(input.Ticket, cancellation);
        return await telemetry.TimedAsync(() => triage.OfAsync(input.CaseId, ticket, cancellation));
    }

    private static string EntryKey(ActivityContext context) => $"{context.IdempotencyKey}/triaged";

    /// <inheritdoc />
    protected override AuditEvent EntryOf(ActivityContext context, Input input, Result result)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["model"] = result.Model,
            ["model-version"] = result.ModelVersion,
            ["intent"] = result.Facts.Intent ?? "none",
            ["confidence"] = result.Facts.Confidence.ToString("0.###", CultureInfo.InvariantCulture),
            [SignedTriage.Fact] = SignedTriage.Write(result.Facts),
            [SignedTriage.DigestFact] = SignedTriage.DigestOf(result.Facts),
            [SignedPlan.TicketFact] = input.Ticket.Version,
            ["language"] = result.Language,
            ["about-somebody-else"] = result.Facts.IsAboutSomebodyElse ? "yes" : "no",
        };
        if (result.Abstained is { } reason)
            facts["abstained"] = reason;
        if (result.Facts.Doubt is { } doubt)
            facts["doubt"] = doubt;
        if (result.FellBack is { } fault)
            facts["fell-back"] = fault;
        if (result.Facts.System is { } system)
            facts["system"] = system;
        if (result.Facts.Withheld is { } withheld)
            facts["withheld"] = withheld;
        if (result.Tone?.Words is { } tone)
            facts["tone"] = tone;
        if (result.Traits.Count > 0)
            facts["traits"] = string.Join(", ", result.Traits);
        var summary = result.Facts.Intent is { } intent
            ? string.Create(CultureInfo.InvariantCulture, $"The ticket is understood as '{intent}' with confidence {result.Facts.Confidence:0.##}.")
            : $"It is not certain what the ticket is about ({result.Abstained}).";
        return new AuditEvent(
            input.CaseId, EntryKey(context), AuditKinds.Triaged, $"model:{result.Model}@{result.ModelVersion}", summary, facts);
    }

    /// <summary>What triage takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Ticket">The redacted <see cref="TicketSnapshot"/>.</param>
    public sealed record Input(CaseId CaseId, ContextReference Ticket);

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
        IReadOnlyList<string> Traits)
    {
        /// <summary>How the requester sounds and how soon they need help; null when neither is out of the ordinary. No plan and no policy reads it.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public TicketTone? Tone { get; init; }
    }
}
