using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HelpDesk.Local.Engine.Store;

/// <summary>What only SQLite's own interface tells about a connection.</summary>
internal sealed class ConnectionHandle(SqliteConnection connection)
{
    private readonly sqlite3 _handle = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");

    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    public long LastRow => raw.sqlite3_last_insert_rowid(_handle);

    public Statement Prepare(string sql) => new(_handle, sql);
}
