using System.Security.Cryptography;

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
            Make(path);
            return new DataDirectory(path, new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
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
            return File.ReadAllText(file).Trim();
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(LinkKeyBytes));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(key);
        return key;
    }

    /// <inheritdoc />
    public void Dispose() => _lock.Dispose();

    // Redacted texts of tickets lie here: for this account only.
    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static StartRefusedException Refused(string reason, Exception cause) => new(ExitCode.Machine, [reason], cause);
}
