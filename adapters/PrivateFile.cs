using System.Text;

namespace HelpDesk.Adapters;

/// <summary>
/// Files with data or keys: readable and writable by the account of the process only (mode 0600, folders 0700). On Windows they have the rights of their
/// folder.
/// </summary>
public static class PrivateFile
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder when it is missing.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static void Folder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, Mode | UnixFileMode.UserExecute);
    }

    /// <summary>Makes an empty file when it is missing, and takes the rights of others off one that is there, as an earlier version left it.</summary>
    /// <exception cref="UnauthorizedAccessException">It is another account's.</exception>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static void Prepare(string path)
    {
        if (!File.Exists(path))
            Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
        Protect(path);
    }

    /// <summary>Takes the rights of others off a file, if it is there.</summary>
    /// <exception cref="UnauthorizedAccessException">It is another account's.</exception>
    public static void Protect(string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & ~Mode) != UnixFileMode.None)
            File.SetUnixFileMode(path, Mode);
    }

    /// <summary>Opens a file; one that is new is private from its first byte on.</summary>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        if (!OperatingSystem.IsWindows() && mode is FileMode.CreateNew or FileMode.Create or FileMode.OpenOrCreate)
            options.UnixCreateMode = Mode;
        return new FileStream(path, options);
    }

    /// <summary>Writes a text file, new or instead of one that is there, in UTF-8.</summary>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static StreamWriter Text(string path, FileMode mode = FileMode.Create)
    {
        if (mode == FileMode.Create)
            Protect(path);
        return new StreamWriter(Open(path, mode, FileAccess.Write, FileShare.Read), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
