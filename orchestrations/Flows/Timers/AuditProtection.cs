using System.Globalization;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Flows.Timers;

/// <summary>Makes the audit log checkable by others: a signed checkpoint over all chains, then copies in the archive.</summary>
public sealed class AuditProtection(AuditCheckpoints checkpoints, CheckpointArchiving archiving)
{
    /// <summary>Takes a checkpoint when anything was appended, then copies all that the archive lacks.</summary>
    /// <returns>What was done, in one or two sentences.</returns>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var taken = await checkpoints.TakeAsync(cancellation) is { } checkpoint
            ? string.Create(CultureInfo.InvariantCulture, $"Checkpoint {checkpoint.Number} was taken.")
            : "Nothing was appended.";
        return await archiving.RunAsync(cancellation) is { } copied ? string.Create(CultureInfo.InvariantCulture, $"{taken} {copied} copied to the archive.") : taken;
    }
}
