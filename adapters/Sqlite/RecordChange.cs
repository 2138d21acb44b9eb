using System.Text;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>One change as SQLite gets it: bytes, made before the writer's turn.</summary>
/// <param name="Partition">See <see cref="KeyText"/>.</param>
/// <param name="Row">See <see cref="KeyText"/>.</param>
/// <param name="Json">UTF-8.</param>
/// <param name="Version">The version to replace; null adds; -1 when the ETag is not one of ours and matches nothing.</param>
internal sealed record RecordChange(byte[] Partition, byte[] Row, byte[] Json, long? Version)
{
    public static RecordChange From(Record record) => new(
        KeyText.Encode(record.Partition), KeyText.Encode(record.Row), Encoding.UTF8.GetBytes(record.Json),
        record.ETag is null ? null : VersionTag.Read(record.ETag));
}
