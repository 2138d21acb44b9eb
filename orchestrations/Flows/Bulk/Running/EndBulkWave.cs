using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Flows.Bulk.Running;

/// <summary>Records what became of a wave.</summary>
public sealed class EndBulkWave(IAuditLog audit) : Activity<BeginBulkWave.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<BeginBulkWave.Input, Unit> Reference = Named<EndBulkWave>("end-bulk-wave");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, BeginBulkWave.Input input)
    {
        var tally = input.Ended ?? BulkTally.Zero;
        await audit.AppendAsync(
            BulkAudit.Entry(
                input.CaseId, $"{context.IdempotencyKey}/wave", AuditKinds.WaveEnded, "helpdesk",
                string.Create(CultureInfo.InvariantCulture, $"Wave {input.Wave + 1} ended: {tally.Done + tally.AlreadySo} of {tally.Ended} targets are in the desired state."),
                [("gate", input.ApprovalId), .. BulkAudit.Counts(tally)]),
            context.Cancellation);
        return Unit.Value;
    }
}
