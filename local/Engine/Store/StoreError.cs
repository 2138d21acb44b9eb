using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Local.Engine.Store;

/// <summary>Says in plain words what is wrong with a database file and what to do.</summary>
internal static class StoreError
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Input = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    public static EngineStoppedException From(Exception cause, string path) => cause switch
    {
        EngineStoppedException known => known,
        SqliteException sqlite => new(Explain(sqlite, path), sqlite),
        _ => new($"The engine stopped on an unexpected error ({cause.GetType().Name}) while writing {path}. Nothing half-written is kept.", cause),
    };

    private static string Explain(SqliteException fault, string path)
    {
        var what = fault.SqliteErrorCode switch
        {
            Full => "cannot grow: the disk is full or the size limit is reached. Free space, then start again",
            Busy or Locked => "is locked by another program. Close it, then start again",
            Corrupt or NotADatabase => "is damaged. Keep a copy of it and its -wal file, restore the last good copy, then start again",
            ReadOnly => "may not be written. Give this account write access to the file and its folder, then start again",
            CannotOpen => "cannot be opened. Check that the folder exists and this account may write it, then start again",
            Input => "cannot be read or written by the operating system. Check the disk, then start again",
            _ => "cannot be used",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The engine's database {path} {what} (SQLite {fault.SqliteErrorCode}/{fault.SqliteExtendedErrorCode}). What was accepted before is safe; nothing half-written is kept.");
    }
}
