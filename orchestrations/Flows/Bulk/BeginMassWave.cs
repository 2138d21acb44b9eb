using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Looks before a wave whether the whole stored list is still the one that was approved, and whether anything may run at all.</summary>
public sealed class BeginMassWave(MassRuns runs, ApprovalGates gates, FrozenLists lists, KillSwitch killSwitch, CaseJournal journal, IAuditLog audit) : Activity<MassWaveInput, MassWaveBegun>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<MassWaveInput, MassWaveBegun> Reference = Named<BeginMassWave>("begin-mass-wave");

    /// <inheritdoc />
    public override async Task<MassWaveBegun> RunAsync(ActivityContext context, MassWaveInput input)
    {
        var cancellation = context.Cancellation;
        var run = await runs.GetAsync(input.CaseId, cancellation);
        var begun = await WhyNotAsync(run, input, cancellation);
        var name = input.Wave < run.Waves.Count
            ? string.Create(CultureInfo.InvariantCulture, $"Wave {input.Wave + 1} of {run.Waves.Count}")
            : "Second try of targets that a ticket held";
        await audit.AppendAsync(
            MassAudit.Entry(
                input.CaseId, $"{context.IdempotencyKey}/wave", AuditKinds.WaveBegun, "helpdesk", begun.Why is null ? $"{name} begins." : $"{name} does not begin: {begun.Why}",
                ("gate", input.GateId), ("list-hash", run.List?.Version), ("targets", input.Wave < run.Waves.Count ? MassAudit.Text(run.Waves[input.Wave].Count) : null)),
            cancellation);
        if (begun.Why is not null)
            return begun;
        await runs.UpdateAsync(input.CaseId, before => before with { Phase = MassPhase.Running, Wave = input.Wave, GateId = input.GateId, PausedUntil = null }, cancellation);
        await journal.UpdateAsync(input.CaseId, record => record with { Doing = name, WaitingFor = null }, cancellation);
        return begun;
    }

    private async Task<MassWaveBegun> WhyNotAsync(MassRun run, MassWaveInput input, CancellationToken cancellation)
    {
        if (run.Stopped is not null)
            return new MassWaveBegun(MassEndKind.Stopped, "An operator stopped the run.");
        if (await killSwitch.IsOnAsync(cancellation))
            return new MassWaveBegun(MassEndKind.KillSwitch, "The kill switch is on: an operator has stopped all automatic changes.");
        if (await gates.FindAsync(input.GateId, cancellation) is not { State: GateState.Approved, HasQuorum: true } gate || gate.CaseId != input.CaseId)
            return new MassWaveBegun(MassEndKind.ListChanged, "There is no standing approval of this list.");
        return await lists.WhyNotWholeAsync(gate, cancellation) is { } why ? new MassWaveBegun(MassEndKind.ListChanged, why) : new MassWaveBegun(null, null);
    }
}
