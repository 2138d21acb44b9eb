using System.Globalization;
using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>The waves of an approved run.</summary>
internal static class MassWaves
{
    /// <summary>Runs all of them, then once more the targets that tickets held.</summary>
    public static async Task<MassEnd> RunAsync(WorkflowContext context, string caseId, string gateId, FrozenMass frozen)
    {
        var all = MassTally.Zero;
        var busy = new List<int>();
        var waves = frozen.Limits.WavesOf(frozen.Count);
        for (var wave = 0; wave < waves.Count; wave++)
        {
            var numbers = Enumerable.Range(waves[wave].From, waves[wave].Count).ToList();
            var (end, ended) = await RunWaveAsync(context, new MassWaveInput(caseId, gateId, wave), numbers, frozen.Limits, all, busy);
            if (end is not null)
                return end;
            all = ended;
        }

        if (busy.Count == 0)
            return new MassEnd(MassEndKind.Completed, null, all);
        var second = busy.ToList();
        busy.Clear();
        var (stopped, last) = await RunWaveAsync(context, new MassWaveInput(caseId, gateId, waves.Count), second, frozen.Limits, all with { Busy = 0 }, busy);
        return stopped ?? new MassEnd(MassEndKind.Completed, busy.Count == 0 ? null : "Tickets worked on some targets all the time; they are listed.", last);
    }

    private static async Task<(MassEnd? End, MassTally All)> RunWaveAsync(
        WorkflowContext context, MassWaveInput wave, List<int> numbers, MassLimits limits, MassTally all, List<int> busy)
    {
        context.SetStatus(string.Create(CultureInfo.InvariantCulture, $"Wave {wave.Wave + 1}"));
        var begun = await context.CallAsync(BeginMassWave.Reference, wave, RetryPolicy.Vendor);
        if (begun.Kind is { } instead)
            return (new MassEnd(instead, begun.Why, all), all);

        var tally = MassTally.Zero;
        (MassEndKind Kind, string? Why)? stop = null;
        for (var at = 0; at < numbers.Count && stop is null;)
        {
            var granted = await ReserveAsync(context, wave.CaseId, numbers.GetRange(at, Math.Min(MassBatchWorkflow.Size, numbers.Count - at)));
            if (granted == 0)
            {
                stop = (MassEndKind.Stopped, "An operator stopped the run.");
                break;
            }

            var batch = await context.CallChildAsync(
                MassBatchWorkflow.Reference, new MassBatchInput(wave.CaseId, wave.GateId, numbers.GetRange(at, granted), limits, tally, all));
            (tally, all) = (batch.Wave, batch.All);
            busy.AddRange(batch.Busy);
            at += granted;
            if (batch.Stop is { } kind)
                stop = (kind, batch.Why);
        }

        await context.CallAsync(EndMassWave.Reference, wave with { Ended = tally }, RetryPolicy.Vendor);
        if (stop is null && FailureRate.WhyStop(tally, all, limits, isWaveOver: true) is { } why)
            stop = (MassEndKind.TooManyFailures, why);
        return (stop is { } early ? new MassEnd(early.Kind, early.Why, all) : null, all);
    }

    /// <returns>For how many of the targets the budget is enough; 0 when an operator stopped the run while it waited.</returns>
    private static async Task<int> ReserveAsync(WorkflowContext context, string caseId, List<int> numbers)
    {
        for (var wait = 1; ; wait++)
        {
            var grant = await context.CallAsync(ReserveMassBudget.Reference, new ReserveMassBudgetInput(caseId, numbers), RetryPolicy.Vendor);
            if (grant.Granted > 0)
                return grant.Granted;
            context.SetStatus(string.Create(CultureInfo.InvariantCulture, $"Waiting for the budget of the next hour, {grant.NextAt.UtcDateTime:HH:mm} UTC"));
            var next = $"mass-pause-{context.NewGuid():N}";
            var look = await context.CallAsync(LookAtMass.Reference, new LookAtMassInput(caseId, next, grant.NextAt), RetryPolicy.Vendor);
            if (look.IsStopped)
                return 0;
            await context.WaitForEventAsync<Unit>(next, grant.NextAt);
            look = await context.CallAsync(LookAtMass.Reference, new LookAtMassInput(caseId, $"{next}-over"), RetryPolicy.Vendor);
            if (look.IsStopped)
                return 0;
        }
    }
}
