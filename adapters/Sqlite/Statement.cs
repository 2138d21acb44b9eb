using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>One prepared statement, bound by position; text goes in and out as bytes, so that keys keep their order.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    public Statement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v3(_connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), _connection);
    }

    /// <summary>True while a transaction is open on the connection.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_connection) == 0;

    public Statement Bind(int position, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, position, value));
        return this;
    }

    public Statement Bind(int position, ReadOnlySpan<byte> text)
    {
        // An empty span has no address and would be bound as NULL.
        Check(text.IsEmpty ? raw.sqlite3_bind_text(_statement, position, "") : raw.sqlite3_bind_text(_statement, position, text));
        return this;
    }

    /// <summary>Runs it to its end. Gives the number of rows changed.</summary>
    public int Run()
    {
        while (Step())
        {
            // Rows nobody asked for.
        }

        return raw.sqlite3_changes(_connection);
    }

    /// <summary>Goes to the next row; false (and ready for the next use) after the last.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
            return true;
        raw.sqlite3_reset(_statement);
        Check(code == raw.SQLITE_DONE ? raw.SQLITE_OK : code);
        return false;
    }

    /// <summary>Ends the reading before the last row.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Key(int column) => KeyText.Decode(raw.sqlite3_column_blob(_statement, column));

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, _connection);
    }
}
