using HelpDesk.Orchestrations.Foundation;
using System.Globalization;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>Finds out who asks and who opened the ticket (<see cref="RequesterReading"/>), and records it.</summary>
public sealed class EnrichCase(
    RequesterReading reading, CaseContext contexts, ActivityResults results, CaseStore caseStore, IAuditLog audit)
    : KeptActivity<EnrichCase.Input, EnrichCase.Result>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<EnrichCase>("enrich-case");

    /// <inheritdoc />
    protected override string CaseOf(Input input) => input.CaseId;

    /// <inheritdoc />
    protected override Task<Result> MakeAsync(ActivityContext context, Input input) => FindAsync(input, context.Cancellation);

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, Input input, Result enriched)
    {
        var cancellation = context.Cancellation;
        var snapshot = await contexts.GetAsync<RequesterSnapshot>(enriched.Requester, cancellation);

        await audit.AppendAsync(
            new AuditEvent(
                input.CaseId, $"{context.IdempotencyKey}/enriched", AuditKinds.Enriched, "helpdesk",
                enriched.IsMatched ? "The requester is one person of the directory." : $"The requester is not verified: {enriched.NotMatched}",
                Facts(snapshot)),
            cancellation);
        await caseStore.UpdateAsync(
            input.CaseId,
            record => record with
            {
                RequesterId = snapshot.Person?.Id,
                RequesterName = snapshot.Person?.DisplayName,
                OpenedBy = snapshot.Opening?.Names,
                Channel = snapshot.Opening is { } opening ? TicketChannels.NameOf(opening.Channel) : null,
                Doing = "Reading what it is about",
            },
            cancellation);
    }

    private async Task<Result> FindAsync(Input input, CancellationToken cancellation)
    {
        var snapshot = await reading.ReadAsync(input.CaseId, await contexts.GetAsync<TicketSnapshot>(input.Ticket, cancellation), cancellation);
        var reference = await contexts.PutAsync(input.CaseId, "requester", snapshot, cancellation);
        return new Result(reference, snapshot.Person is not null, snapshot.NotMatched, snapshot.Person?.Language);
    }

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
    public sealed record Input(string CaseId, ContextReference Ticket);

    /// <summary>What enrichment found.</summary>
    /// <param name="Requester">The <see cref="RequesterSnapshot"/>.</param>
    /// <param name="IsMatched">True when the requester is one verified person.</param>
    /// <param name="NotMatched">Why not; null when they are.</param>
    /// <param name="Language">Their preferred language in the directory; null when unknown.</param>
    public sealed record Result(ContextReference Requester, bool IsMatched, string? NotMatched, string? Language);
}
