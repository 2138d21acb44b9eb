using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Looks before a wave whether the whole stored list is still the one that was approved, and whether anything may run at all.</summary>
public sealed class BeginBulkWave(BulkRuns runs, ApprovalStore approvals, FrozenLists lists, KillSwitch killSwitch, CaseStore caseStore, IAuditLog audit) : Activity<BulkWaveInput, BulkWaveBegun>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<BulkWaveInput, BulkWaveBegun> Reference = Named<BeginBulkWave>("begin-bulk-wave");

    /// <inheritdoc />
    public override async Task<BulkWaveBegun> RunAsync(ActivityContext context, BulkWaveInput input)
    {
        var cancellation = context.Cancellation;
        var run = await runs.GetAsync(input.CaseId, cancellation);
        var begun = await WhyNotAsync(run, input, cancellation);
        var name = input.Wave < run.Waves.Count
            ? string.Create(CultureInfo.InvariantCulture, $"Wave {input.Wave + 1} of {run.Waves.Count}")
            : "Second try of targets that a ticket held";
        await audit.AppendAsync(
            BulkAudit.Entry(
                input.CaseId, $"{context.IdempotencyKey}/wave", AuditKinds.WaveBegun, "helpdesk", begun.Why is null ? $"{name} begins." : $"{name} does not begin: {begun.Why}",
                ("gate", input.ApprovalId), ("list-hash", run.List?.Version), ("targets", input.Wave < run.Waves.Count ? BulkAudit.Text(run.Waves[input.Wave].Count) : null)),
            cancellation);
        if (begun.Why is not null)
            return begun;
        await runs.UpdateAsync(input.CaseId, before => before with { Phase = BulkPhase.Running, Wave = input.Wave, ApprovalId = input.ApprovalId, PausedUntil = null }, cancellation);
        await caseStore.UpdateAsync(input.CaseId, record => record with { Doing = name, WaitingFor = null }, cancellation);
        return begun;
    }

    private async Task<BulkWaveBegun> WhyNotAsync(BulkRun run, BulkWaveInput input, CancellationToken cancellation)
    {
        if (run.Stopped is not null)
            return new BulkWaveBegun(BulkEndKind.Stopped, "An operator stopped the run.");
        if (await killSwitch.IsOnAsync(cancellation))
            return new BulkWaveBegun(BulkEndKind.KillSwitch, "The kill switch is on: an operator has stopped all automatic changes.");
        if (await approvals.FindAsync(input.ApprovalId, cancellation) is not { State: ApprovalState.Approved, HasQuorum: true } gate || gate.CaseId != input.CaseId)
            return new BulkWaveBegun(BulkEndKind.ListChanged, "There is no standing approval of this list.");
        return await lists.WhyNotWholeAsync(gate, cancellation) is { } why ? new BulkWaveBegun(BulkEndKind.ListChanged, why) : new BulkWaveBegun(null, null);
    }
}
