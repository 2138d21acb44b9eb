using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>
/// When the checkpoints last covered every entry there was. Kept beside them, because a night without tickets makes no new
/// checkpoint, and its age alone would look like lag.
/// </summary>
/// <param name="CoveredAt">When the last run that went well began, UTC.</param>
public sealed record CheckpointMark(DateTimeOffset CoveredAt)
{
    private const string Row = "covered";

    private static readonly string Partition = Tenant.Partition("audit");

    /// <summary>The mark; null before the first run.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public static async Task<CheckpointMark?> FindAsync(IRecordStore store, CancellationToken cancellation) =>
        (await store.ReadAsync<CheckpointMark>(Tables.Flags, Partition, Row, cancellation))?.Value;

    /// <summary>Keeps it, unless a later one is kept already.</summary>
    internal static Task KeepAsync(IRecordStore store, DateTimeOffset coveredAt, CancellationToken cancellation) => store.UpdateAsync<CheckpointMark>(
        Tables.Flags, Partition, Row, before => before is not null && before.CoveredAt >= coveredAt ? before : new CheckpointMark(coveredAt), cancellation);
}
