using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;

namespace HelpDesk.Orchestrations.Flows.Bulk.Running;

/// <summary>Looks before a wave whether the whole stored list is still the one that was approved, and whether anything may run at all.</summary>
public sealed class BeginBulkWave(BulkRuns runs, ApprovalStore approvals, FrozenLists lists, KillSwitch killSwitch, CaseStore caseStore, IAuditLog audit) : Activity<BeginBulkWave.Input, BeginBulkWave.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<BeginBulkWave>("begin-bulk-wave");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, Input input)
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

    private async Task<Result> WhyNotAsync(BulkRun run, Input input, CancellationToken cancellation)
    {
        if (run.Stopped is not null)
            return new Result(BulkEndKind.Stopped, "An operator stopped the run.");
        if (await killSwitch.IsOnAsync(cancellation))
            return new Result(BulkEndKind.KillSwitch, "The kill switch is on: an operator has stopped all automatic changes.");
        if (await approvals.VerifyAsync(input.ApprovalId, input.CaseId, cancellation) is not { IsApproved: true, Request: { } gate } || gate.CaseId != input.CaseId)
            return new Result(BulkEndKind.ListChanged, "There is no valid approval of this list.");
        return await lists.WhyNotWholeAsync(gate, cancellation) is { } why ? new Result(BulkEndKind.ListChanged, why) : new Result(null, null);
    }

    /// <summary>What <see cref="BeginBulkWave"/> and <see cref="EndBulkWave"/> take.</summary>
    /// <param name="CaseId">The run.</param>
    /// <param name="ApprovalId">Its approval.</param>
    /// <param name="Wave">Which wave, from 0; one behind the last is the second try of targets that a ticket held.</param>
    /// <param name="Ended">What ended in it; null when it begins.</param>
    public sealed record Input(CaseId CaseId, string ApprovalId, int Wave, BulkTally? Ended = null);

    /// <summary>Whether a wave may begin.</summary>
    /// <param name="Kind">How the run ends instead; null when it may.</param>
    /// <param name="Why">Why it may not.</param>
    public sealed record Result(BulkEndKind? Kind, string? Why);
}
