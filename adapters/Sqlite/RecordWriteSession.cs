using Microsoft.Data.Sqlite;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>The connection that writes, with its statements; used by the writer's thread only.</summary>
internal sealed class RecordWriteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Statement _begin, _commit, _rollback, _version, _insert, _update;

    public RecordWriteSession(SqliteConnection connection)
    {
        _connection = connection;
        _begin = new Statement(connection, "BEGIN IMMEDIATE");
        _commit = new Statement(connection, "COMMIT");
        _rollback = new Statement(connection, "ROLLBACK");
        _version = new Statement(connection, "SELECT version FROM records WHERE tbl=?1 AND partition=?2 AND row=?3");
        _insert = new Statement(connection, "INSERT INTO records(tbl, partition, row, json, version) VALUES(?1, ?2, ?3, ?4, 1)");
        _update = new Statement(connection, "UPDATE records SET json=?4, version=version+1 WHERE tbl=?1 AND partition=?2 AND row=?3");
    }

    public void Begin() => _begin.Run();

    public void Commit() => _commit.Run();

    public void Rollback()
    {
        // Some faults (disk full) have ended the transaction already; there is nothing left to roll back then.
        if (_rollback.InTransaction)
            _rollback.Run();
    }

    /// <summary>The version of the stored record; 0 when there is none.</summary>
    public long Version(byte[] table, RecordChange change)
    {
        _version.Bind(1, table).Bind(2, change.Partition).Bind(3, change.Row);
        var version = 0L;
        while (_version.Step())
            version = _version.Int64(0);
        return version;
    }

    /// <summary>Adds or replaces; the caller has looked at the version in this transaction.</summary>
    public void Put(byte[] table, RecordChange change) =>
        (change.Version is null ? _insert : _update).Bind(1, table).Bind(2, change.Partition).Bind(3, change.Row).Bind(4, change.Json).Run();

    public void Dispose()
    {
        foreach (var statement in new[] { _begin, _commit, _rollback, _version, _insert, _update })
            statement.Dispose();
        _connection.Dispose();
    }
}
