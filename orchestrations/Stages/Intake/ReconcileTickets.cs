using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>
/// Webhooks get lost: asks every ticket system what it created since the last look that went well, and takes in what the inbox
/// does not know. Repeating it changes nothing. A system that is down keeps its own place and is asked from there next time.
/// </summary>
public sealed class ReconcileTickets(
    TicketSystems systems, TicketIntake intake, IRecordStore store, IOptions<IntakeOptions> options, TimeProvider time, ILogger<ReconcileTickets> log)
{
    private const string Row = "reconcile";

    /// <summary>How far back a look begins at most where a part of a ticket system cannot be listed.</summary>
    private static readonly TimeSpan LongestBack = TimeSpan.FromDays(1);

    /// <summary>How the last look went; null before the first.</summary>
    public async Task<ReconcileState?> LastAsync(CancellationToken cancellation) =>
        (await store.ReadAsync<ReconcileState>(Tables.Flags, Tenant.Partition("intake"), Row, cancellation))?.Value;

    /// <summary>Looks once.</summary>
    /// <exception cref="VendorException">The record store or the queue cannot be reached; a ticket system's fault is in the result instead.</exception>
    public async Task<ReconcileState> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var last = await LastAsync(cancellation);
        var results = new SortedDictionary<string, ReconciledSystem>(StringComparer.Ordinal);
        foreach (var system in systems.All)
            results[system.Name] = await ReconcileAsync(system, last?.Systems.GetValueOrDefault(system.Name), now, cancellation);

        return await store.UpdateAsync<ReconcileState>(
            Tables.Flags, Tenant.Partition("intake"), Row, _ => new ReconcileState(results), cancellation);
    }

    private async Task<ReconciledSystem> ReconcileAsync(ITicketSystem system, ReconciledSystem? last, DateTimeOffset now, CancellationToken cancellation)
    {
        int seen = 0, missed = 0;
        var first = await FirstLookAsync(system.Name, last, now, cancellation);
        var found = system.ListCreatedSinceAsync((last?.LastSuccessAt ?? first) - options.Value.ReconcileOverlap, cancellation).GetAsyncEnumerator(cancellation);
        await using (found)
        {
            while (true)
            {
                try
                {
                    if (!await found.MoveNextAsync())
                        return new ReconciledSystem(now, seen, missed, null);
                }
                catch (VendorException fault)
                {
                    log.NotAsked(system.Name, fault.Code, fault.Message);
                    var from = fault.Code == TicketErrors.Incomplete ? PartlyFrom(last, now) : last?.LastSuccessAt;
                    return new ReconciledSystem(from, seen, missed, fault.Message) { FirstLookAt = from is null ? first : null };
                }

                seen++;
                if (await TakeInAsync(found.Current, cancellation))
                    missed++;
            }
        }
    }

    // A system that was down at its first look, and ever since, is asked from there: webhooks got lost meanwhile. Where no look was made at all, because our
    // own store was away, from the first ticket that came. A day back at most: no one waits for an answer to older tickets by now, and a person has them.
    private async Task<DateTimeOffset> FirstLookAsync(string system, ReconciledSystem? last, DateTimeOffset now, CancellationToken cancellation)
    {
        if (last?.FirstLookAt is { } at)
            return at > now - LongestBack ? at : now - LongestBack;
        return last is null && await intake.FirstSinceAsync(system, now - LongestBack, cancellation) is { } first ? first : now;
    }

    // What could be listed was: a part that stays away for good does not make every look begin in the past. It is looked at from a day ago.
    private static DateTimeOffset PartlyFrom(ReconciledSystem? last, DateTimeOffset now) =>
        last?.LastSuccessAt is { } at && at > now - LongestBack ? at : last is null ? now : now - LongestBack;

    private async Task<bool> TakeInAsync(TicketReference ticket, CancellationToken cancellation)
    {
        if (await intake.KnowsAsync(ticket, cancellation))
            return false;
        log.Missed(ticket.CaseId, ticket.System);
        await intake.OpenAsync(ticket, $"{ticket.ExternalId}/reconciled", cancellation);
        return true;
    }
}

/// <summary>How the last look at one ticket system went.</summary>
/// <param name="LastSuccessAt">When the last look that went well began, UTC; null = never.</param>
/// <param name="Seen">Tickets it listed.</param>
/// <param name="Missed">Of these, how many no webhook had told of.</param>
/// <param name="Fault">Why the last look failed; null = it went well.</param>
public sealed record ReconciledSystem(DateTimeOffset? LastSuccessAt, int Seen, int Missed, string? Fault)
{
    /// <summary>When the first look was tried, UTC, while none has gone well; null = one has.</summary>
    public DateTimeOffset? FirstLookAt { get; init; }
}

/// <summary>How the last look for lost webhooks went.</summary>
/// <param name="Systems">By ticket system.</param>
public sealed record ReconcileState(IReadOnlyDictionary<string, ReconciledSystem> Systems);
