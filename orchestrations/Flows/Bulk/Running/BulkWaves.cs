using System.Globalization;
using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk.Reading;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Bulk.Running;

/// <summary>The waves of an approved run.</summary>
internal static class BulkWaves
{
    /// <summary>Runs all of them, then once more the targets that tickets held.</summary>
    public static async Task<BulkEnd> RunAsync(WorkflowContext context, CaseId caseId, string approvalId, FreezeBulkList.Result frozen)
    {
        var all = BulkTally.Zero;
        var busy = new List<int>();
        var waves = frozen.Limits.WavesOf(frozen.Count);
        for (var wave = 0; wave < waves.Count; wave++)
        {
            var numbers = Enumerable.Range(waves[wave].From, waves[wave].Count).ToList();
            var (end, ended) = await RunWaveAsync(context, new BeginBulkWave.Input(caseId, approvalId, wave), numbers, frozen.Limits, all, busy);
            if (end is not null)
                return end;
            all = ended;
        }

        if (busy.Count == 0)
            return new BulkEnd(BulkEndKind.Completed, null, all);
        var second = busy.ToList();
        busy.Clear();
        var (stopped, last) = await RunWaveAsync(context, new BeginBulkWave.Input(caseId, approvalId, waves.Count), second, frozen.Limits, all with { Busy = 0 }, busy);
        return stopped ?? new BulkEnd(BulkEndKind.Completed, busy.Count == 0 ? null : "Tickets worked on some targets all the time; they are listed.", last);
    }

    private static async Task<(BulkEnd? End, BulkTally All)> RunWaveAsync(
        WorkflowContext context, BeginBulkWave.Input wave, List<int> numbers, BulkLimits limits, BulkTally all, List<int> busy)
    {
        context.SetStatus(string.Create(CultureInfo.InvariantCulture, $"Wave {wave.Wave + 1}"));
        var begun = await context.CallAsync(BeginBulkWave.Reference, wave, RetryPolicy.Vendor);
        if (begun.Kind is { } instead)
            return (new BulkEnd(instead, begun.Why, all), all);

        var tally = BulkTally.Zero;
        (BulkEndKind Kind, string? Why)? stop = null;
        for (var at = 0; at < numbers.Count && stop is null;)
        {
            var granted = await ReserveAsync(context, wave.CaseId, numbers.GetRange(at, Math.Min(BulkBatchWorkflow.Size, numbers.Count - at)));
            if (granted == 0)
            {
                stop = (BulkEndKind.Stopped, "An operator stopped the run.");
                break;
            }

            var batch = await context.CallChildAsync(
                BulkBatchWorkflow.Reference, new BulkBatchWorkflow.Input(wave.CaseId, wave.ApprovalId, numbers.GetRange(at, granted), limits, tally, all));
            (tally, all) = (batch.Wave, batch.All);
            busy.AddRange(batch.Busy);
            at += granted;
            if (batch.Stop is { } kind)
                stop = (kind, batch.Why);
        }

        await context.CallAsync(EndBulkWave.Reference, wave with { Ended = tally }, RetryPolicy.Vendor);
        if (stop is null && FailureRate.WhyStop(tally, all, limits, isWaveOver: true) is { } why)
            stop = (BulkEndKind.TooManyFailures, why);
        return (stop is { } early ? new BulkEnd(early.Kind, early.Why, all) : null, all);
    }

    /// <returns>For how many of the targets the budget is enough; 0 when an operator stopped the run while it waited.</returns>
    private static async Task<int> ReserveAsync(WorkflowContext context, CaseId caseId, List<int> numbers)
    {
        for (var wait = 1; ; wait++)
        {
            var grant = await context.CallAsync(ReserveBulkBudget.Reference, new ReserveBulkBudget.Input(caseId, numbers), RetryPolicy.Vendor);
            if (grant.Granted > 0)
                return grant.Granted;
            context.SetStatus(string.Create(CultureInfo.InvariantCulture, $"Waiting for the budget of the next hour, {grant.NextAt.UtcDateTime:HH:mm} UTC"));
            var next = $"bulk-pause-{context.NewGuid():N}";
            var look = await context.CallAsync(PrepareBulkWait.Reference, new PrepareBulkWait.Input(caseId, next, grant.NextAt), RetryPolicy.Vendor);
            if (look.IsStopped)
                return 0;
            await context.WaitForEventAsync<Unit>(next, grant.NextAt);
            look = await context.CallAsync(PrepareBulkWait.Reference, new PrepareBulkWait.Input(caseId, $"{next}-over"), RetryPolicy.Vendor);
            if (look.IsStopped)
                return 0;
        }
    }
}
