using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Records how a target ended: the entry after all of its steps.</summary>
public sealed class EndMassTarget(MassTargets targets, ApprovalGates gates, FrozenLists lists, IAuditLog audit, TimeProvider time) : Activity<EndMassTargetInput, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<EndMassTargetInput, Unit> Reference = Named<EndMassTarget>("end-mass-target");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, EndMassTargetInput input)
    {
        var (cancellation, of) = (context.Cancellation, input.Target);
        var gate = await gates.FindAsync(of.GateId, cancellation) ?? throw new InvalidOperationException($"There is no approval '{of.GateId}'.");
        var target = await lists.TargetAsync(await lists.OfAsync(gate, cancellation), of.Number, cancellation);
        var note = input.Note is { Length: > MaxNote } ? $"{input.Note[..(MaxNote - 1)]}…" : input.Note;
        await audit.AppendAsync(
            MassAudit.Entry(
                of.CaseId, $"{context.IdempotencyKey}/ended", AuditKinds.TargetEnded, "helpdesk", note is null ? "The target is as wanted." : $"The target ended: {note}",
                ("state", input.State.ToString()), ("target", target.SubjectId), ("number", MassAudit.Text(of.Number + 1)), ("plan-hash", target.PlanHash), ("gate", of.GateId)),
            cancellation);
        await targets.UpdateAsync(
            of.CaseId, of.Number,
            before => before is { IsOver: true } ? before : new MassTargetRow(of.Number, target.Name, input.State, note, before?.By ?? context.InstanceId, time.GetUtcNow()),
            cancellation);
        return Unit.Value;
    }

    private const int MaxNote = 300;
}
