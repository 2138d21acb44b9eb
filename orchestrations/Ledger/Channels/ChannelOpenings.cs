using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Channels;

/// <summary>
/// For whom we open a ticket, signed before it is opened: the ticket system's own records say only that we did. A ticket of ours without such an
/// entry is not worked on, and a changed entry counts as none.
/// </summary>
public sealed class ChannelOpenings(IRecordStore store, AuditSeals seals)
{
    private static readonly string Partition = Tenant.Partition("channel-openings");
    private static readonly string Bound = Tenant.Partition("channel-openings-bound");

    /// <summary>Signs and keeps it. A repetition keeps the first.</summary>
    /// <param name="key">Key of the message, under which the ticket is opened.</param>
    /// <param name="draft">The ticket.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="Foundation.VendorException">The key or the store cannot be reached; the ticket must not be opened then.</exception>
    public async Task KeepAsync(string key, TicketDraft draft, CancellationToken cancellation)
    {
        if (await store.GetAsync(Tables.Flags, Partition, key, cancellation) is not null)
            return;
        var entry = new AuditEvent(new CaseId(key), "opening", "ticket-opened", "helpdesk", "A ticket is opened for a person who wrote on a channel.", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["address"] = draft.Address ?? "",
            ["user"] = draft.UserName ?? "",
            ["channel"] = draft.Channel.ToString(),
        });
        await store.AddAsync(Tables.Flags, new Record(Partition, key, Foundation.DurableJson.Write(await seals.SealAsync(entry, cancellation))), cancellation);
    }

    /// <summary>How a ticket of ours came to be: by its requester, on the channel where they wrote; null when it is none that we opened for a person.</summary>
    /// <exception cref="Foundation.VendorException">The key or the store cannot be reached.</exception>
    public async Task<TicketOpening?> OfAsync(Ticket ticket, CancellationToken cancellation)
    {
        if (ticket is not { OpenedByUs: true, OpeningKey: { Length: > 0 } key }
            || await store.GetAsync(Tables.Flags, Partition, key, cancellation) is not { } row
            || Foundation.DurableJson.Read<AuditEvent>(row.Json) is not { } entry
            || entry.CaseId != key || !await seals.IsGenuineAsync(entry, cancellation)
            || !Enum.TryParse<TicketChannel>(entry.Facts.GetValueOrDefault("channel"), out var channel))
            return null;
        // A key is good for the first ticket that carries it: another one that was given the same key later is none that we opened for a person.
        var bound = await store.UpdateAsync<BoundOpening>(Tables.Flags, Bound, key, before => before ?? new BoundOpening(ticket.Reference.CaseId), cancellation);
        if (bound.CaseId != ticket.Reference.CaseId)
            return null;
        // The caller of the ticket may have been changed since: then it is not that person's any more, and somebody unknown made it theirs.
        var isTheirs = ticket.Requester is { } requester && (Is(requester.Mail) || Is(requester.UserName));
        return new TicketOpening(isTheirs ? [ticket.Requester!] : [], channel);

        bool Is(string? given) => given is { Length: > 0 } && (Same(given, entry.Facts.GetValueOrDefault("address")) || Same(given, entry.Facts.GetValueOrDefault("user")));
    }

    private static bool Same(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The ticket that an opening belongs to.</summary>
/// <param name="CaseId">Its case.</param>
internal sealed record BoundOpening(CaseId CaseId);
