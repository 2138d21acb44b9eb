using System.Globalization;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>Finds out who asks and who opened the ticket (<see cref="RequesterReading"/>), and records it, signed: a plan counts only when it was made of that.</summary>
public sealed class EnrichCase(RequesterReading reading, CaseContext contexts, SignedResults results, CaseStore caseStore)
    : SignedActivity<EnrichCase.Input, EnrichCase.Result, RequesterSnapshot>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<EnrichCase>("enrich-case");

    /// <inheritdoc />
    protected override SignedActivityKey KeyOf(ActivityContext context, Input input) => new(input.CaseId, context.IdempotencyKey, EntryKey(context), AuditKinds.Enriched);

    /// <inheritdoc />
    protected override async Task<(Result Result, RequesterSnapshot? Stored)> MakeAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var snapshot = await reading.ReadAsync(input.CaseId, await contexts.GetAsync<TicketSnapshot>(input.Ticket, cancellation), cancellation);
        var reference = await contexts.PutAsync(input.CaseId, "requester", snapshot, cancellation);
        return (new Result(reference, snapshot.Person is not null, snapshot.NotMatched, snapshot.Person?.Language), snapshot);
    }

    /// <inheritdoc />
    protected override async Task<RequesterSnapshot?> LoadAsync(Result result, CancellationToken cancellation) => await contexts.GetAsync<RequesterSnapshot>(result.Requester, cancellation);

    /// <inheritdoc />
    protected override AuditEvent EntryOf(ActivityContext context, Input input, Result result, RequesterSnapshot? stored) => new(
        input.CaseId, EntryKey(context), AuditKinds.Enriched, "helpdesk",
        result.IsMatched ? "The requester is one person of the directory." : $"The requester is not verified: {result.NotMatched}",
        new Dictionary<string, string>(Facts(stored!), StringComparer.Ordinal) { [SignedPlan.TicketFact] = input.Ticket.Version, [SignedPlan.PeopleFact] = result.Requester.Version });

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, Input input, Result result, RequesterSnapshot? stored) => await caseStore.UpdateAsync(
        input.CaseId,
        record => record with
        {
            RequesterId = stored!.Person?.Id,
            RequesterName = stored.Person?.DisplayName,
            OpenedBy = stored.Opening?.Names,
            Channel = stored.Opening is { } opening ? TicketChannels.NameOf(opening.Channel) : null,
            Doing = "Reading what it is about",
        },
        context.Cancellation);

    private static string EntryKey(ActivityContext context) => $"{context.IdempotencyKey}/enriched";

    private static Dictionary<string, string> Facts(RequesterSnapshot snapshot)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["matched"] = snapshot.Person is null ? "no" : "yes",
            ["devices"] = snapshot.DevicesAreMissing ? "not read" : snapshot.Devices.Count.ToString(CultureInfo.InvariantCulture),
            ["recent-cases"] = snapshot.RecentCases.Count.ToString(CultureInfo.InvariantCulture),
        };
        if (snapshot.Person is { } person)
            facts["requester"] = person.Id;
        if (snapshot.Manager is { } manager)
            facts["manager"] = manager.Id;
        if (snapshot.Opening is { } opening)
        {
            facts["channel"] = opening.Channel.ToString();
            facts["opened-by"] = opening.By.Count == 0 ? "unknown" : string.Join(", ", opening.By.Select(opener => opener.PersonId ?? "not in the directory"));
        }

        return facts;
    }

    /// <summary>What <see cref="EnrichCase"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Ticket">The redacted <see cref="TicketSnapshot"/>.</param>
    public sealed record Input(CaseId CaseId, ContextReference Ticket);

    /// <summary>What enrichment found.</summary>
    /// <param name="Requester">The <see cref="RequesterSnapshot"/>.</param>
    /// <param name="IsMatched">True when the requester is one verified person.</param>
    /// <param name="NotMatched">Why not; null when they are.</param>
    /// <param name="Language">Their preferred language in the directory; null when unknown.</param>
    public sealed record Result(ContextReference Requester, bool IsMatched, string? NotMatched, string? Language);
}
