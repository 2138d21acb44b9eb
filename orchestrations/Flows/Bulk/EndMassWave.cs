using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Records what became of a wave.</summary>
public sealed class EndMassWave(IAuditLog audit) : Activity<MassWaveInput, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<MassWaveInput, Unit> Reference = Named<EndMassWave>("end-mass-wave");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, MassWaveInput input)
    {
        var tally = input.Ended ?? MassTally.Zero;
        await audit.AppendAsync(
            MassAudit.Entry(
                input.CaseId, $"{context.IdempotencyKey}/wave", AuditKinds.WaveEnded, "helpdesk",
                string.Create(CultureInfo.InvariantCulture, $"Wave {input.Wave + 1} ended: {tally.Done + tally.AlreadySo} of {tally.Ended} targets are as wanted."),
                [("gate", input.GateId), .. MassAudit.Counts(tally)]),
            context.Cancellation);
        return Unit.Value;
    }
}
