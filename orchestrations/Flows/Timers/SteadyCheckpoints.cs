using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>
/// Takes signed checkpoints while the program runs: at start over everything, then over what this process appended, after so many entries and at the
/// latest after so long, and once more at the stop. So little of the log is behind no signature at any time.
/// </summary>
public sealed class SteadyCheckpoints(
    AuditProtection protection, AppendedChains appended, IOptions<CheckpointOptions> options, TimeProvider time, ILogger<SteadyCheckpoints> log) : IDisposable
{
    private readonly SemaphoreSlim _many = new(0, 1);

    /// <summary>The last one, for a stop.</summary>
    public Task EndAsync(CancellationToken cancellation) => TryAsync(protection.RunRecentAsync, cancellation);

    /// <inheritdoc />
    public void Dispose() => _many.Dispose();

    /// <summary>Runs until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        appended.Appended += OnAppended;
        try
        {
            // What a process that was killed left unsigned, too.
            await TryAsync(protection.RunAsync, stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
            {
                using var wait = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                using var latest = time.CreateTimer(static state => ((CancellationTokenSource)state!).Cancel(), wait, options.Value.CheckpointEvery, Timeout.InfiniteTimeSpan);
                try
                {
                    await _many.WaitAsync(wait.Token);
                }
                catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
                {
                    // The time is over before there were many.
                }

                await TryAsync(protection.RunRecentAsync, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The last checkpoint is taken by the stop.
        }
        finally
        {
            appended.Appended -= OnAppended;
        }
    }

    private void OnAppended(int entries)
    {
        if (entries < options.Value.CheckpointAfterEntries || _many.CurrentCount > 0)
            return;
        try
        {
            _many.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another entry said so at the same moment.
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task<string>> take, CancellationToken cancellation)
    {
        try
        {
            await take(cancellation);
        }
        catch (VendorException fault)
        {
            log.CheckpointNotTaken(fault.System, fault.Code, fault.Message);
        }
        catch (AuditDamagedException damage)
        {
            log.CheckpointNotTaken("audit", "damaged", damage.Message);
        }
    }
}

/// <summary>Log of checkpoints. Event ids 1365 to 1369.</summary>
internal static partial class CheckpointLog
{
    [LoggerMessage(1365, LogLevel.Error, "No audit checkpoint could be taken ({System}, {Code}); it is tried again: {Error}")]
    public static partial void CheckpointNotTaken(this ILogger logger, string system, string code, string error);
}
