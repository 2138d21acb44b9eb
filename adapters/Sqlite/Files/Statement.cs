using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HelpDesk.Adapters.Sqlite.Files;

/// <summary>
/// One prepared statement, bound by position. Used instead of a command object because a writer runs some thousand of them a second
/// and a command binds by name each time.
/// </summary>
public sealed class Statement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    internal Statement(sqlite3 connection, string sql)
    {
        _connection = connection;
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), connection);
    }

    /// <summary>Binds a number.</summary>
    public Statement Bind(int position, long value) => Checked(raw.sqlite3_bind_int64(_statement, position, value));

    /// <summary>Binds a number or NULL.</summary>
    public Statement Bind(int position, long? value) =>
        Checked(value is { } given ? raw.sqlite3_bind_int64(_statement, position, given) : raw.sqlite3_bind_null(_statement, position));

    /// <summary>Binds a text or NULL.</summary>
    public Statement Bind(int position, string? value) =>
        Checked(value is null ? raw.sqlite3_bind_null(_statement, position) : raw.sqlite3_bind_text(_statement, position, value));

    /// <summary>Binds a text given as bytes. An empty span has no address and would be bound as NULL.</summary>
    public Statement Bind(int position, ReadOnlySpan<byte> text) =>
        Checked(text.IsEmpty ? raw.sqlite3_bind_text(_statement, position, "") : raw.sqlite3_bind_text(_statement, position, text));

    /// <summary>Runs it to its end. Returns the number of changed rows.</summary>
    public int Run()
    {
        while (Step())
        {
            // Rows of a RETURNING clause that the caller does not need.
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
        Checked(code == raw.SQLITE_DONE ? raw.SQLITE_OK : code);
        return false;
    }

    /// <summary>Ends the reading before the last row.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    /// <summary>A column of the current row as a number.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>A column of the current row as a small number.</summary>
    public int SmallNumber(int column) => raw.sqlite3_column_int(_statement, column);

    /// <summary>A column of the current row as a text.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <summary>A column of the current row as the bytes of its text; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>True when the column of the current row is NULL.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>A column of the current row as a text; null for NULL.</summary>
    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>A column of the current row as a number; null for NULL.</summary>
    public long? Int64OrNull(int column) => IsNull(column) ? null : Number(column);

    /// <inheritdoc />
    public void Dispose() => _statement.Dispose();

    private Statement Checked(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, _connection);
        return this;
    }
}
