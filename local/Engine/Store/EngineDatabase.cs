using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Local.Engine.Store;

/// <summary>Opens the database: one process, WAL, every commit on disk before anybody hears of it.</summary>
internal sealed class EngineDatabase : IDisposable
{
    private readonly DatabaseLock _lock;
    private readonly string _readConnection;

    private EngineDatabase(string path, DatabaseLock taken, SqliteConnection writer, string readConnection) =>
        (Path, _lock, Writer, _readConnection) = (path, taken, writer, readConnection);

    public string Path { get; }

    /// <summary>The one connection that writes.</summary>
    public SqliteConnection Writer { get; }

    /// <summary>Locks, opens, checks and, for a new file, makes the tables. Throws <see cref="EngineStoppedException"/>.</summary>
    public static EngineDatabase Open(EngineOptions options)
    {
        var path = System.IO.Path.GetFullPath(options.DatabasePath);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var taken = DatabaseLock.Take(path);
        SqliteConnection? writer = null;
        try
        {
            writer = new SqliteConnection(ConnectionString(path, SqliteOpenMode.ReadWriteCreate));
            writer.Open();
            var busy = (long)options.BusyTimeout.TotalMilliseconds;
            Run(writer, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={busy}; PRAGMA auto_vacuum=INCREMENTAL;"));
            Run(writer, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=OFF;");
            // Checkpoints wait for two syncs: rare ones keep them out of most commits. The log shrinks back after each.
            Run(writer, "PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-16384;");
            if (options.MaxPages is { } pages)
                Run(writer, string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={pages};"));
            Check(writer, path, options.CheckUpToBytes);
            Upgrade(writer, path);
            return new EngineDatabase(path, taken, writer, ConnectionString(path, SqliteOpenMode.ReadOnly));
        }
        catch (Exception fault)
        {
            writer?.Dispose();
            taken.Dispose();
            throw StoreError.From(fault, path);
        }
    }

    public SqliteConnection OpenReader()
    {
        var reader = new SqliteConnection(_readConnection);
        reader.Open();
        Run(reader, "PRAGMA busy_timeout=5000; PRAGMA query_only=ON; PRAGMA cache_size=-4096;");
        return reader;
    }

    public void Dispose()
    {
        Writer.Dispose();
        _lock.Dispose();
    }

    private static string ConnectionString(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString();

    private static void Check(SqliteConnection writer, string path, long upToBytes)
    {
        if (new FileInfo(path).Length > upToBytes)
            return;
        var found = Scalar(writer, "PRAGMA quick_check(1);") as string;
        if (found != "ok")
            throw new EngineStoppedException(
                $"The engine's database {path} is damaged ({found}). Keep a copy of it and its -wal file, restore the last good copy, then start again.");
    }

    private static void Upgrade(SqliteConnection writer, string path)
    {
        var version = (long)Scalar(writer, "PRAGMA user_version;")!;
        if (version == EngineSchema.Version)
            return;
        if (version != 0)
            throw new EngineStoppedException(string.Create(
                CultureInfo.InvariantCulture,
                $"{path} was written by another version of this program (schema {version}, this one knows {EngineSchema.Version}): start that version, or choose another database path."));
        Run(writer, string.Create(
            CultureInfo.InvariantCulture, $"BEGIN IMMEDIATE; {EngineSchema.Create} PRAGMA user_version={EngineSchema.Version}; COMMIT;"));
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
