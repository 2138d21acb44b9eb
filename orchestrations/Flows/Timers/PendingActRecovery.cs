using System.Runtime.ExceptionServices;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>
/// Finishes what people did and the engine was never told: the process died between the two, or the engine did not answer. Run at start and with every
/// reconciliation; it looks only at what was done since it last ended well.
/// </summary>
public sealed class PendingActRecovery(PendingActs acts, CaseSignal signal, NotMeService notMe, PersonRequestService people, TamperEvents tampering, TimeProvider time)
{
    /// <summary>How far behind the last run each run looks: longer than any press is under way.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>Looks once. Each act is repeated, which is safe; one that cannot be keeps no other from it.</summary>
    /// <returns>How many were finished.</returns>
    /// <exception cref="VendorException">Store or engine cannot be reached: the next run looks again.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var since = await acts.RecoveredUntilAsync(cancellation) is { } last ? last - Overlap : DateTimeOffset.MinValue;
        var finished = 0;
        Exception? away = null;
        // One that is under way at this moment is finished twice, which changes nothing.
        await foreach (var kept in acts.SinceAsync(since, cancellation))
        {
            try
            {
                if (kept.Act is { } act)
                {
                    await FinishAsync(act, cancellation);
                    finished++;
                }
                else
                {
                    await tampering.RecordAsync(new CaseId("operations"), $"act {kept.Row.Row}", "A row of what people did does not carry the code of HelpDesk:LinkKey: it was changed outside, or kept under an earlier key. It was not followed.", cancellation);
                }

                await acts.EndAsync(kept);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                away ??= fault;
            }
        }

        if (away is not null)
            ExceptionDispatchInfo.Throw(away);
        await acts.MarkRecoveredAsync(now, cancellation);
        return finished;
    }

    private Task FinishAsync(PendingAct act, CancellationToken cancellation) => act.Kind switch
    {
        PendingActKind.NotMe when act.By is { Way: { } way } by => notMe.ReportAsync(act.CaseId, by.Person, way, cancellation),
        PendingActKind.PersonWanted when act.By is { } by => people.RequestAsync(act.CaseId, by.Person, cancellation),
        _ => signal.SignalAsync(act.CaseId, cancellation),
    };
}
