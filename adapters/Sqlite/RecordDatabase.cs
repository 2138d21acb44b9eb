using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>Opens the file: WAL, every commit on disk before anybody hears of it.</summary>
internal static class RecordDatabase
{
    private const long Schema = 1;

    // A rowid table with an index, not WITHOUT ROWID: bodies of hundreds of KiB would fill the inner pages of the tree.
    private const string Tables = """
        CREATE TABLE records(
          id INTEGER PRIMARY KEY, tbl TEXT NOT NULL, partition TEXT NOT NULL, row TEXT NOT NULL, version INTEGER NOT NULL, json TEXT NOT NULL);
        CREATE UNIQUE INDEX records_key ON records(tbl, partition, row);
        """;

    /// <summary>The connection that writes; a new file gets its tables.</summary>
    public static SqliteConnection OpenWriter(string path, SqliteOptions options)
    {
        SqliteConnection? writer = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            writer = Connect(path, SqliteOpenMode.ReadWriteCreate);
            var busy = (long)options.BusyTimeout.TotalMilliseconds;
            Run(writer, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={busy};"));
            Run(writer, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;");
            // Checkpoints wait for two syncs: rare ones keep them out of most commits. The log shrinks back after each.
            Run(writer, "PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-16384;");
            if (options.MaxPages is { } pages)
                Run(writer, string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={pages};"));
            Check(writer, path, options.CheckUpToBytes);
            Upgrade(writer, path);
            return writer;
        }
        catch (Exception fault)
        {
            writer?.Dispose();
            throw StoreError.From(fault, path);
        }
    }

    public static SqliteConnection OpenReader(string path)
    {
        var reader = Connect(path, SqliteOpenMode.ReadOnly);
        Run(reader, "PRAGMA busy_timeout=5000; PRAGMA query_only=ON; PRAGMA cache_size=-4096;");
        return reader;
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());
        connection.Open();
        return connection;
    }

    private static void Check(SqliteConnection writer, string path, long upToBytes)
    {
        if (new FileInfo(path).Length <= upToBytes && Scalar(writer, "PRAGMA integrity_check(1);") is string found && found != "ok")
            throw StoreError.Damaged(path, found);
    }

    private static void Upgrade(SqliteConnection writer, string path)
    {
        // Two programs may open a new file at the same moment: the second waits here, then finds the tables.
        Run(writer, "BEGIN IMMEDIATE;");
        var version = (long)Scalar(writer, "PRAGMA user_version;")!;
        if (version is not 0 and not Schema)
            throw StoreError.OtherVersion(path, version);
        if (version == 0)
            Run(writer, string.Create(CultureInfo.InvariantCulture, $"{Tables} PRAGMA user_version={Schema};"));
        Run(writer, "COMMIT;");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        // Compile-time text and numbers only.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
