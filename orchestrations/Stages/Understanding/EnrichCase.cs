using HelpDesk.Orchestrations.Foundation;
using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>Finds out who asks: only by an exact, unique match of the ticket system's own user record in the directory, never by words in the text.</summary>
public sealed class EnrichCase(
    IDirectory directory, RecentCases recent, CaseContext contexts, ActivityResults results, CaseStore caseStore, IAuditLog audit)
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
            record => record with { RequesterId = snapshot.Person?.Id, RequesterName = snapshot.Person?.DisplayName, Doing = "Reading what it is about" },
            cancellation);
    }

    private async Task<Result> FindAsync(Input input, CancellationToken cancellation)
    {
        var ticket = await contexts.GetAsync<TicketSnapshot>(input.Ticket, cancellation);
        var (person, why) = await MatchAsync(ticket.Requester, cancellation);
        var devices = person is null ? [] : await DevicesAsync(person.Id, cancellation);
        var snapshot = person is null
            ? new RequesterSnapshot { NotMatched = why }
            : new RequesterSnapshot
            {
                Person = person,
                Manager = await directory.GetManagerAsync(person.Id, cancellation),
                Devices = devices ?? [],
                DevicesAreMissing = devices is null,
                RecentCases = await recent.AddAsync(person.Id, input.CaseId, cancellation),
            };
        var reference = await contexts.PutAsync(input.CaseId, "requester", snapshot, cancellation);
        return new Result(reference, person is not null, why, person?.Language);
    }

    // Device management that does not answer must not keep an account from being signed out: who needs a device reads it again.
    private async Task<IReadOnlyList<Device>?> DevicesAsync(string personId, CancellationToken cancellation)
    {
        try
        {
            return await directory.GetDevicesAsync(personId, cancellation);
        }
        catch (VendorException)
        {
            return null;
        }
    }

    private async Task<(Person? Person, string? Why)> MatchAsync(TicketRequester? requester, CancellationToken cancellation)
    {
        if (requester is null)
            return (null, "The ticket system names no requester.");
        var addresses = new[] { requester.Mail, requester.UserName }
            .Where(address => address is not null && address.Contains('@', StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (addresses.Count == 0)
            return (null, "The ticket system shows no mail address of the requester.");

        var found = new List<Person>();
        foreach (var address in addresses)
        {
            if (await directory.FindByAddressAsync(address!, cancellation) is { } person)
                found.Add(person);
        }

        return found.Select(person => person.Id).Distinct(StringComparer.Ordinal).Count() switch
        {
            0 => (null, "No one in the directory has exactly the requester's address."),
            1 when found[0].IsFunctional => (null, "The address belongs to a shared mailbox or service account, not to one person."),
            1 => (found[0], null),
            _ => (null, "The requester's mail address and user name belong to different people."),
        };
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
