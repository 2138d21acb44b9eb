using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>
/// Copies every checkpoint into the archive, where there is one. It goes on where it last came to, so that what an archive could not
/// take is copied when it can; one that was configured later gets all.
/// </summary>
public sealed class CheckpointArchiving(IRecordStore store, IEnumerable<ICheckpointArchive> archives)
{
    private static readonly string Partition = Tenant.Partition("checkpoint-archive");

    /// <summary>Copies what is not copied yet.</summary>
    /// <returns>How many were copied; null when there is no archive.</returns>
    /// <exception cref="VendorException">Store or archive cannot be reached; the next run goes on from there.</exception>
    /// <exception cref="AuditDamagedException">The archive holds something else under a number. The others are copied all the same.</exception>
    public async Task<int?> RunAsync(CancellationToken cancellation)
    {
        int? copied = null;
        foreach (var archive in archives)
            copied = (copied ?? 0) + await RunAsync(archive, cancellation);
        if (await FaultAsync(cancellation) is { } fault)
            throw new AuditDamagedException(fault);
        return copied;
    }

    /// <summary>What is wrong with the archive, in one sentence; null when nothing is, or there is none.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<string?> FaultAsync(CancellationToken cancellation)
    {
        foreach (var archive in archives)
        {
            if ((await StateAsync(archive, cancellation)).Different is { Count: > 0 } different)
            {
                return $"The archive holds something else under checkpoint {string.Join(", ", different.Select(static number => number.ToString(CultureInfo.InvariantCulture)))}: "
                    + "either the records or the archive were changed. Verify the audit log against a copy of the archive.";
            }
        }

        return null;
    }

    private async Task<int> RunAsync(ICheckpointArchive archive, CancellationToken cancellation)
    {
        var state = await StateAsync(archive, cancellation);
        var copied = 0;
        await foreach (var (number, checkpoint) in new AuditStoreSource(store).CheckpointsFromAsync(state.Until + 1, cancellation))
        {
            var kept = await archive.AddAsync(number, CheckpointCopy.Of(checkpoint), cancellation);
            copied += kept ? 1 : 0;
            // One by one: a stop in the middle repeats one, and repeating changes nothing.
            await store.UpdateAsync<ArchiveState>(
                Tables.Flags, Partition, RowOf(archive),
                before => new ArchiveState(Math.Max(number, before?.Until ?? 0), kept ? before?.Different ?? [] : [.. (before?.Different ?? []).Append(number).Distinct().Order()]), cancellation);
        }

        return copied;
    }

    private async Task<ArchiveState> StateAsync(ICheckpointArchive archive, CancellationToken cancellation) =>
        (await store.ReadAsync<ArchiveState>(Tables.Flags, Partition, RowOf(archive), cancellation))?.Value ?? new ArchiveState(0, []);

    private static string RowOf(ICheckpointArchive archive) => AuditHash.Of(archive.Name);
}

/// <summary>How far an archive has come.</summary>
/// <param name="Until">The last checkpoint that was looked at; 0 = none.</param>
/// <param name="Different">Checkpoints under whose number the archive holds something else.</param>
public sealed record ArchiveState(long Until, IReadOnlyList<long> Different);
