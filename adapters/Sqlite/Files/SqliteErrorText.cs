using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Adapters.Sqlite.Files;

/// <summary>Says in plain words what an error of SQLite means and what to do.</summary>
public static class SqliteErrorText
{
    /// <summary>What to do with a damaged file.</summary>
    public const string Restore = "Keep a copy of it and its -wal file, restore the last good copy, then start again";

    internal const int CannotOpen = 14;

    private const int Busy = 5, Locked = 6, ReadOnly = 8, Input = 10, Corrupt = 11, Full = 13, NotADatabase = 26;

    /// <summary>A short code for programs, and a sentence part that follows the name of the file.</summary>
    public static (string Code, string Text) Of(SqliteException error) => error.SqliteErrorCode switch
    {
        Full => ("full", "cannot grow: the disk is full or the size limit is reached. Free space or raise the limit"),
        Busy or Locked => ("busy", "is locked by another program. Close it, then try again"),
        Corrupt or NotADatabase => ("corrupt", $"is damaged. {Restore}"),
        ReadOnly => ("read-only", "cannot be written. Give this account write access to the file and its folder, then start again"),
        CannotOpen => ("cannot-open", "cannot be opened. Check that the folder exists and this account can write to it, then start again"),
        Input => ("io", "cannot be read or written by the operating system. Check the disk, then start again"),
        _ => (string.Create(CultureInfo.InvariantCulture, $"sqlite-{error.SqliteErrorCode}"), "cannot be used"),
    };

    /// <summary>True when another program holds the file: the same call may succeed later.</summary>
    public static bool IsBusy(SqliteException error) => error.SqliteErrorCode is Busy or Locked;

    /// <summary>The codes of SQLite, for a search on the web.</summary>
    public static string Codes(SqliteException error) =>
        string.Create(CultureInfo.InvariantCulture, $"SQLite {error.SqliteErrorCode}/{error.SqliteExtendedErrorCode}");
}
