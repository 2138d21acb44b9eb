using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HelpDesk.Adapters.Sqlite.Files;

/// <summary>A connection with its prepared statements; used by one thread at a time. Owns both.</summary>
public sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3 _handle;
    private readonly List<Statement> _statements = [];
    private Statement? _begin, _beginRead, _commit, _rollback;

    /// <summary>Takes over an open connection.</summary>
    public SqliteSession(SqliteConnection connection)
    {
        _connection = connection;
        _handle = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
    }

    /// <summary>Row id of the last inserted row.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(_handle);

    /// <summary>Prepares a statement that lives as long as the session.</summary>
    public Statement Prepare(string sql)
    {
        var statement = Rare(sql);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>Prepares a statement for rare use; the caller disposes it.</summary>
    public Statement Rare(string sql) => new(_handle, sql);

    /// <summary>Begins a transaction that writes: waits here for another program that holds the file, not in the middle.</summary>
    public void Begin() => (_begin ??= Prepare("BEGIN IMMEDIATE")).Run();

    /// <summary>Begins a transaction that only reads: everything in it is of one moment.</summary>
    public void BeginRead() => (_beginRead ??= Prepare("BEGIN")).Run();

    /// <summary>Ends the transaction. What it wrote is on disk afterwards.</summary>
    public void Commit() => (_commit ??= Prepare("COMMIT")).Run();

    /// <summary>Discards the transaction. Some errors (disk full) have ended it already; then this does nothing.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(_handle) == 0)
            (_rollback ??= Prepare("ROLLBACK")).Run();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _statements.ForEach(static statement => statement.Dispose());
        _connection.Dispose();
    }
}
