using HelpDesk.Adapters.Sqlite.Files;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>The statements that write records; used by the writer's thread only.</summary>
internal sealed class RecordWriteSession(SqliteSession sqlite)
{
    private readonly Statement _version = sqlite.Prepare("SELECT version FROM records WHERE tbl=?1 AND partition=?2 AND row=?3");
    private readonly Statement _insert = sqlite.Prepare("INSERT INTO records(tbl, partition, row, json, version) VALUES(?1, ?2, ?3, ?4, 1)");
    private readonly Statement _update = sqlite.Prepare("UPDATE records SET json=?4, version=version+1 WHERE tbl=?1 AND partition=?2 AND row=?3");

    /// <summary>The version of the stored record; 0 when there is none.</summary>
    public long Version(byte[] table, RecordChange change)
    {
        _version.Bind(1, table).Bind(2, change.Partition).Bind(3, change.Row);
        var version = 0L;
        while (_version.Step())
            version = _version.Number(0);
        return version;
    }

    /// <summary>Adds or replaces; the caller has read the version in this transaction.</summary>
    public void Put(byte[] table, RecordChange change) =>
        (change.Version is null ? _insert : _update).Bind(1, table).Bind(2, change.Partition).Bind(3, change.Row).Bind(4, change.Json).Run();
}
