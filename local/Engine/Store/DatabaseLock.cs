using HelpDesk.Adapters;

namespace HelpDesk.Local.Engine.Store;

/// <summary>
/// Keeps a second engine away from a database: an operating-system lock on a file next to it, which a killed process lets go.
/// </summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly FileStream _file;

    private DatabaseLock(FileStream file) => _file = file;

    /// <summary>Takes the lock or throws <see cref="EngineStoppedException"/>.</summary>
    public static DatabaseLock Take(string databasePath)
    {
        var path = databasePath + ".lock";
        try
        {
            return new DatabaseLock(PrivateFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new EngineStoppedException($"{path} may not be written: give this account write access to its folder.", cause);
        }
        catch (IOException cause) when (File.Exists(path))
        {
            throw new EngineStoppedException(
                $"Another process already runs on {databasePath} (it holds {path}): stop it first, or choose another database path.", cause);
        }
    }

    public void Dispose() => _file.Dispose();
}
