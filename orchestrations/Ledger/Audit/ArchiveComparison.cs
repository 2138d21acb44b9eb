using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>Compares the checkpoints of a source with the copies of an archive: whoever changed one of the two is found.</summary>
public static class ArchiveComparison
{
    /// <summary>Runs it.</summary>
    /// <param name="source">The store or an export.</param>
    /// <param name="copies">The copies by the number of their checkpoint.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What is wrong; and how many checkpoints have no copy, which is no fault: the newest may not have been copied yet.</returns>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public static async Task<(IReadOnlyList<AuditError> Faults, int WithoutCopy)> RunAsync(
        IAuditSource source, IReadOnlyDictionary<long, string> copies, CancellationToken cancellation)
    {
        var faults = new List<AuditError>();
        var left = new SortedSet<long>(copies.Keys);
        var (place, without) = (0L, 0);
        await foreach (var found in source.CheckpointsAsync(cancellation))
        {
            // By its place: one that cannot be read any more has no number to be believed.
            place++;
            left.Remove(place);
            if (!copies.TryGetValue(place, out var copy))
                without++;
            else if (!string.Equals(copy, CheckpointCopy.Of(found), StringComparison.Ordinal))
                faults.Add(Fault(place, "it is not the one that the archive holds: it was written anew, or its heads were changed."));
        }

        faults.AddRange(left.Select(number => Fault(number, "the archive holds it, and it is not here any more.")));
        return (faults, without);
    }

    private static AuditError Fault(long number, string message) => new(AuditErrorKind.Checkpoint, null, number, message);
}
