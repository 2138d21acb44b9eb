using HelpDesk.Adapters;
using HelpDesk.Adapters.Sqlite.Files;

namespace HelpDesk.Local.Engine.Store;

/// <summary>Opens the engine's database for this process alone.</summary>
internal sealed class EngineDatabase : IDisposable
{
    private readonly DatabaseLock _lock;

    private EngineDatabase(string path, DatabaseLock taken, SqliteSession writer) => (Path, _lock, Writer) = (path, taken, writer);

    public string Path { get; }

    /// <summary>The one connection that writes.</summary>
    public SqliteSession Writer { get; }

    /// <summary>Locks, opens, checks and, for a new file, makes the tables. Throws <see cref="EngineStoppedException"/>.</summary>
    public static EngineDatabase Open(EngineOptions options)
    {
        var path = System.IO.Path.GetFullPath(options.DatabasePath);
        PrivateFile.Folder(System.IO.Path.GetDirectoryName(path)!);
        var taken = DatabaseLock.Take(path);
        try
        {
            return new EngineDatabase(path, taken, new SqliteSession(SqliteFile.OpenWriter(path, new SqliteFileSettings(EngineSchema.Version, EngineSchema.Create)
            {
                BusyTimeout = options.BusyTimeout,
                CheckUpToBytes = options.CheckUpToBytes,
                MaxPages = options.MaxPages,
                ShrinksFile = true,
            })));
        }
        catch (Exception cause)
        {
            taken.Dispose();
            throw StoreError.From(cause, path);
        }
    }

    /// <summary>Opens another connection that only reads.</summary>
    public SqliteSession OpenReader() => new(SqliteFile.OpenReader(Path));

    public void Dispose()
    {
        Writer.Dispose();
        _lock.Dispose();
    }
}
