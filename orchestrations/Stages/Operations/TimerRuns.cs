using System.Globalization;
using System.Runtime.CompilerServices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Stages.Operations;

/// <summary>Runs what timers do, one at a time over all instances of the head, and keeps how each last went.</summary>
public sealed class TimerRuns(IRecordStore store, TimeProvider time, ILogger<TimerRuns> log)
{
    /// <summary>After it a run that did not end counts as dead, and the next may begin.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private static readonly string Partition = Tenant.Partition("timers");

    /// <summary>Runs it, unless another run of the same timer is under way. An outside fault is kept as the result: the next tick tries again.</summary>
    /// <param name="name">The timer.</param>
    /// <param name="run">What it does; gives its result in one line, ids and counts only. Must be idempotent.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="aloneSince">Since when no other process can be running it: an older run that did not end is dead. Null = others may.</param>
    /// <returns>False when it was left to the run under way.</returns>
    public async Task<bool> RunAsync(string name, Func<CancellationToken, Task<string>> run, CancellationToken cancellation, DateTimeOffset? aloneSince = null)
    {
        var mine = new TimerRun(name, time.GetUtcNow(), null, Succeeded: false, "Runs.");
        var kept = await store.UpdateAsync<TimerRun>(
            Tables.Flags, Partition, name,
            before => before is { EndedAt: null } && mine.StartedAt - before.StartedAt < Longest && !(before.StartedAt < aloneSince) ? before : mine, cancellation);
        if (!ReferenceEquals(kept, mine))
            return false;

        var result = await ResultAsync(name, run, cancellation);
        await store.UpdateAsync<TimerRun>(
            Tables.Flags, Partition, name,
            before => before is not null && before.StartedAt != mine.StartedAt ? before : mine with { EndedAt = time.GetUtcNow(), Succeeded = result.Succeeded, Result = result.Text },
            CancellationToken.None);
        return true;
    }

    /// <summary>The last run of every timer, by name.</summary>
    public async IAsyncEnumerable<TimerRun> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Flags, Partition, null, null, cancellation))
            yield return DurableJson.Read<TimerRun>(record.Json);
    }

    private async Task<(bool Succeeded, string Text)> ResultAsync(string name, Func<CancellationToken, Task<string>> run, CancellationToken cancellation)
    {
        try
        {
            return (true, await run(cancellation));
        }
        catch (VendorException fault)
        {
            log.TimerFailed(name, fault.System, fault.Code, fault.Message);
            return (false, string.Create(CultureInfo.InvariantCulture, $"{fault.System}: {fault.Message}"));
        }
        catch (HelpDesk.Orchestrations.Ledger.Audit.AuditDamagedException fault)
        {
            log.TimerFailed(name, "audit", "damaged", fault.Message);
            return (false, fault.Message);
        }
    }
}

/// <summary>The last run of a timer.</summary>
/// <param name="Name">The timer, kebab-case.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="EndedAt">When it ended, UTC; null while it runs, or when its process died.</param>
/// <param name="Succeeded">Whether it did what it is for.</param>
/// <param name="Result">What came of it, in one line; ids and counts only.</param>
public sealed record TimerRun(string Name, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, bool Succeeded, string Result);
