using System.Security.Cryptography;
using HelpDesk.Adapters;

namespace HelpDesk.Local.Starting;

/// <summary>
/// The folder where everything lies, for one process at a time: the operating system's lock on a file in it, which a killed
/// process lets go.
/// </summary>
internal sealed class DataDirectory : IDisposable
{
    private const string LockFile = "helpdesk.lock";
    private const string LinkKeyFile = "link.key";
    private const int LinkKeyBytes = 32;

    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream held) => (Path, _lock) = (path, held);

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Takes the folder, making it when missing.</summary>
    /// <exception cref="StartRefusedException">Another process has it, or it may not be written.</exception>
    public static DataDirectory Take(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        var file = System.IO.Path.Combine(path, LockFile);
        try
        {
            PrivateFile.Folder(path);
            return new DataDirectory(path, PrivateFile.Open(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException cause)
        {
            throw Refused($"The data folder {path} may not be written: give this account write access, or set HelpDesk:DataDirectory.", cause);
        }
        catch (IOException cause) when (File.Exists(file))
        {
            throw Refused($"Another helpdesk already runs on {path}: stop it first, or set HelpDesk:DataDirectory to another folder.", cause);
        }
        catch (IOException cause)
        {
            throw Refused($"The data folder {path} cannot be used ({cause.Message}): free it, or set HelpDesk:DataDirectory.", cause);
        }
    }

    /// <summary>True when a process holds the folder now.</summary>
    public static bool IsTaken(string path)
    {
        var file = System.IO.Path.Combine(System.IO.Path.GetFullPath(path), LockFile);
        if (!File.Exists(file))
            return false;
        try
        {
            using var free = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>A file of the folder.</summary>
    public string FileOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The key of links in ticket comments, made once; readable by this account only. Used where no <c>HelpDesk:LinkKey</c> is set.</summary>
    public string LinkKey()
    {
        var file = FileOf(LinkKeyFile);
        if (File.Exists(file))
        {
            PrivateFile.Protect(file);
            return File.ReadAllText(file).Trim();
        }

        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(LinkKeyBytes));
        using var writer = PrivateFile.Text(file, FileMode.CreateNew);
        writer.Write(key);
        return key;
    }

    /// <summary>A folder of the folder, made when missing.</summary>
    public string FolderOf(string name)
    {
        PrivateFile.Folder(FileOf(name));
        return FileOf(name);
    }

    /// <inheritdoc />
    public void Dispose() => _lock.Dispose();

    private static StartRefusedException Refused(string reason, Exception cause) => new(ExitCode.Machine, [reason], cause);
}
