using HelpDesk.Adapters.Sqlite.Files;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>The tables of the record store.</summary>
internal static class RecordDatabase
{
    private const long Schema = 1;

    // A rowid table with an index, not WITHOUT ROWID: bodies of hundreds of KiB would fill the inner pages of the tree.
    private const string Tables = """
        CREATE TABLE records(
          id INTEGER PRIMARY KEY, tbl TEXT NOT NULL, partition TEXT NOT NULL, row TEXT NOT NULL, version INTEGER NOT NULL, json TEXT NOT NULL);
        CREATE UNIQUE INDEX records_key ON records(tbl, partition, row);
        """;

    /// <summary>Opens the connection that writes; a new file gets its tables.</summary>
    public static SqliteSession OpenWriter(string path, SqliteOptions options)
    {
        try
        {
            return new SqliteSession(SqliteFile.OpenWriter(path, new SqliteFileSettings(Schema, Tables)
            {
                BusyTimeout = options.BusyTimeout,
                CheckUpToBytes = options.CheckUpToBytes,
                MaxPages = options.MaxPages,
                ChecksIndexes = true,
            }));
        }
        catch (Exception cause)
        {
            throw StoreError.From(cause, path);
        }
    }
}
