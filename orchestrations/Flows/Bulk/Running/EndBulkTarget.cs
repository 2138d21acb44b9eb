using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Flows.Bulk.Running;

/// <summary>Records how a target ended: the entry after all of its steps.</summary>
public sealed class EndBulkTarget(BulkTargets targets, ApprovalStore approvals, FrozenLists lists, IAuditLog audit, TimeProvider time) : Activity<EndBulkTarget.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<EndBulkTarget>("end-bulk-target");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
    {
        var (cancellation, of) = (context.Cancellation, input.Target);
        var gate = (await approvals.VerifyAsync(of.ApprovalId, of.CaseId, cancellation))?.Request ?? throw new InvalidOperationException($"There is no approval '{of.ApprovalId}'.");
        var target = await lists.TargetAsync(await lists.OfAsync(gate, cancellation), of.Number, cancellation);
        var note = input.Note is { Length: > MaxNote } ? $"{input.Note[..(MaxNote - 1)]}…" : input.Note;
        await audit.AppendAsync(
            BulkAudit.Entry(
                of.CaseId, $"{context.IdempotencyKey}/ended", AuditKinds.TargetEnded, "helpdesk", note is null ? "The target is in the desired state." : $"The target ended: {note}",
                ("state", input.State.ToString()), ("target", target.SubjectId), ("number", BulkAudit.Text(of.Number + 1)), ("plan-hash", target.PlanHash), ("gate", of.ApprovalId)),
            cancellation);
        await targets.UpdateAsync(
            of.CaseId, of.Number,
            before => before is { IsOver: true } ? before : new BulkTargetRow(of.Number, target.Name, input.State, note, before?.By ?? context.InstanceId, time.GetUtcNow()),
            cancellation);
        return Unit.Value;
    }

    private const int MaxNote = 300;

    /// <summary>What <see cref="EndBulkTarget"/> takes.</summary>
    /// <param name="Target">Which target.</param>
    /// <param name="State">How it ended.</param>
    /// <param name="Note">Why, in one sentence; null when it is as wanted.</param>
    public sealed record Input(BulkTargetWorkflow.Input Target, BulkTargetState State, string? Note);
}
