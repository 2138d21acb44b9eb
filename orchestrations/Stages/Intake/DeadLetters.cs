using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>
/// Messages that could not be worked on. They are kept in the record store, not in the queue, so that operators see, replay or
/// discard them by the same pages on any head (<see cref="DeadLetterService"/>).
/// </summary>
public sealed class DeadLetters(IRecordStore store, TicketSystemCatalogue systems, TimeProvider time, ILogger<DeadLetters> log)
{
    /// <summary>The reason of a message that cannot be read, or names no ticket.</summary>
    public const string Malformed = "malformed";

    private const int MaxReason = 60;
    private const int MaxDescription = 500;

    private static readonly string Partition = Tenant.Partition("dead-letters");

    /// <summary>Keeps one. The same id twice is one, while nobody has decided; after that it is open once more.</summary>
    /// <param name="id">The message's id in the queue. Untrusted.</param>
    /// <param name="message">What it asked for; null when it could not be read. Untrusted: one that names no ticket counts as unreadable.</param>
    /// <param name="reason">Why, one word.</param>
    /// <param name="description">Why, in a sentence.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <param name="deliveries">How often the queue delivered it; null when nobody counted.</param>
    /// <param name="mayReopen">False when the same is told again without having happened again: what was decided then stays decided.</param>
    /// <exception cref="VendorException">The store cannot be reached: leave the message in the queue.</exception>
    public async Task KeepAsync(string id, QueuedTicket? message, string reason, string description, CancellationToken cancellation, int? deliveries = null, bool mayReopen = true)
    {
        var readable = message is not null && systems.Names(message) ? message : null;
        var letter = new DeadLetter(KeyOf(id), readable, Plain(message is not null && readable is null ? Malformed : reason, MaxReason), Plain(description, MaxDescription), time.GetUtcNow())
        {
            Deliveries = deliveries,
        };
        var kept = await store.UpdateAsync<DeadLetter>(
            Tables.Flags, Partition, letter.Id,
            before => before is null ? letter
                : mayReopen && before.State is DeadLetterState.Replayed or DeadLetterState.Discarded ? letter with { Times = before.Times + 1 }
                : before,
            cancellation);
        if (kept.KeptAt == letter.KeptAt)
            log.DeadLetterKept(letter.Id, letter.Reason, new CaseId(readable?.Ticket.CaseId ?? "unreadable"));
    }

    /// <summary>One, or null.</summary>
    public async Task<DeadLetter?> FindAsync(string id, CancellationToken cancellation) =>
        IsKey(id) ? (await store.ReadAsync<DeadLetter>(Tables.Flags, Partition, id, cancellation))?.Value : null;

    /// <summary>All that were ever kept, in the order of their ids.</summary>
    public async IAsyncEnumerable<DeadLetter> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Flags, Partition, null, null, cancellation))
            yield return DurableJson.Read<DeadLetter>(record.Json);
    }

    /// <summary>How many are open, and since when the oldest is.</summary>
    public async Task<(int Open, DateTimeOffset? OldestAt)> OpenAsync(CancellationToken cancellation)
    {
        var open = 0;
        DateTimeOffset? oldest = null;
        await foreach (var letter in ListAsync(cancellation))
        {
            if (letter.State != DeadLetterState.Open)
                continue;
            open++;
            oldest = oldest is null || letter.KeptAt < oldest ? letter.KeptAt : oldest;
        }

        return (open, oldest);
    }

    /// <summary>Changes one while nobody else does; returning the argument changes nothing.</summary>
    /// <exception cref="InvalidOperationException">No dead letter has that id.</exception>
    internal Task<DeadLetter> UpdateAsync(string id, Func<DeadLetter, DeadLetter> change, CancellationToken cancellation) =>
        store.UpdateAsync<DeadLetter>(
            Tables.Flags, Partition, id, before => change(before ?? throw new InvalidOperationException($"There is no dead letter '{id}'.")), cancellation);

    // Whoever may write into the queue chooses the id of a message: it goes into keys, addresses and the audit log.
    private static string KeyOf(string id) => IsKey(id) ? id : $"sha-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))}";

    private static bool IsKey(string id) => DeliveryIds.IsPlain(id) && id.Any(char.IsAsciiLetterOrDigit);

    private static string Plain(string text, int longest)
    {
        var plain = string.Concat(text.Where(character => !char.IsControl(character) && !char.IsSurrogate(character)));
        return plain.Length <= longest ? plain : plain[..longest];
    }
}
