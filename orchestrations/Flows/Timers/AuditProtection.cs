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
        var taken = await checkpoints.TakeNextAsync(cancellation) is { } checkpoint
            ? string.Create(CultureInfo.InvariantCulture, $"Checkpoint {checkpoint.Number} was taken.")
            : "Nothing was appended.";
        return await archiving.RunAsync(cancellation) is { } copied ? string.Create(CultureInfo.InvariantCulture, $"{taken} {copied} copied to the archive.") : taken;
    }

    /// <summary>Takes a checkpoint over what this process appended, then copies it into the archive.</summary>
    /// <returns>What was done, in one or two sentences.</returns>
    public async Task<string> RunRecentAsync(CancellationToken cancellation)
    {
        if (await checkpoints.TakeRecentAsync(cancellation) is not { } checkpoint)
            return "Nothing was appended.";
        await archiving.RunAsync(cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"Checkpoint {checkpoint.Number} was taken.");
    }
}
