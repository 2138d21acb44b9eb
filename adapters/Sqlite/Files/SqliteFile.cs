using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Adapters.Sqlite.Files;

/// <summary>Opens a file: WAL, and every commit is on disk before its caller knows of it (<c>synchronous=FULL</c>).</summary>
public static class SqliteFile
{
    private static readonly string[] Beside = ["-wal", "-shm", "-journal"];

    /// <summary>Opens the connection that writes, checks the file, and makes the tables of a new one.</summary>
    /// <exception cref="SqliteFileException">The file is damaged or was written by another version of this program.</exception>
    /// <exception cref="SqliteException">The file cannot be used.</exception>
    public static SqliteConnection OpenWriter(string path, SqliteFileSettings settings)
    {
        Protect(path);
        var writer = Connect(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            var busy = (long)settings.BusyTimeout.TotalMilliseconds;
            Run(writer, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={busy};"));
            if (settings.ShrinksFile)
                Run(writer, "PRAGMA auto_vacuum=INCREMENTAL;");
            Run(writer, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=OFF;");
            // Checkpoints wait for two syncs: rare ones keep them out of most commits. The log shrinks back after each.
            Run(writer, "PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-16384;");
            if (settings.MaxPages is { } pages)
                Run(writer, string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={pages};"));
            Check(writer, path, settings);
            Upgrade(writer, settings);
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Opens a connection that only reads.</summary>
    /// <exception cref="SqliteException">The file cannot be used.</exception>
    public static SqliteConnection OpenReader(string path)
    {
        var reader = Connect(path, SqliteOpenMode.ReadOnly);
        Run(reader, "PRAGMA busy_timeout=5000; PRAGMA query_only=ON; PRAGMA cache_size=-4096;");
        return reader;
    }

    private static void Protect(string path)
    {
        try
        {
            PrivateFile.Folder(Path.GetDirectoryName(path)!);
            // SQLite gives its log and its shared memory the rights of the file.
            foreach (var beside in Beside)
                PrivateFile.Protect(path + beside);
            PrivateFile.Prepare(path);
        }
        // A folder of that name, or one that this account may not write to: as SQLite would say it.
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new SqliteException(error.Message, SqliteErrorText.CannotOpen);
        }
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Check(SqliteConnection writer, string path, SqliteFileSettings settings)
    {
        if (new FileInfo(path).Length > settings.CheckUpToBytes)
            return;
        var found = Scalar(writer, settings.ChecksIndexes ? "PRAGMA integrity_check(1);" : "PRAGMA quick_check(1);") as string;
        if (found != "ok")
            throw new SqliteFileException(SqliteFileError.Damaged, found ?? "no answer");
    }

    private static void Upgrade(SqliteConnection writer, SqliteFileSettings settings)
    {
        // Two programs may open a new file at the same moment: the second waits here, then finds the tables.
        Run(writer, "BEGIN IMMEDIATE;");
        var version = (long)Scalar(writer, "PRAGMA user_version;")!;
        if (version != 0 && version != settings.Schema)
            throw new SqliteFileException(SqliteFileError.OtherVersion, version.ToString(CultureInfo.InvariantCulture));
        if (version == 0)
            Run(writer, string.Create(CultureInfo.InvariantCulture, $"{settings.Tables} PRAGMA user_version={settings.Schema};"));
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
