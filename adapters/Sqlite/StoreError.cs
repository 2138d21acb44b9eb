using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>Says in plain words what is wrong with the file and what to do.</summary>
internal static class StoreError
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Input = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    public static VendorException From(Exception cause, string path) => cause switch
    {
        VendorException known => known,
        SqliteException sqlite => Explain(sqlite, path),
        UnauthorizedAccessException or IOException => new VendorException(
            "store", "cannot-open", $"The record store {path} cannot be opened: {cause.Message} Give this account write access to the folder, or change Sqlite:DatabasePath.",
            isRetryable: false, inner: cause),
        _ => new VendorException(
            "store", "unexpected", $"The record store {path} failed unexpectedly ({cause.GetType().Name}). Nothing half-written is kept.", isRetryable: false, inner: cause),
    };

    public static VendorException Damaged(string path, string found) =>
        new("store", "corrupt", $"The record store {path} is damaged ({found}). {Restore}.", isRetryable: false);

    public static VendorException OtherVersion(string path, long found) => new(
        "store", "schema", string.Create(CultureInfo.InvariantCulture, $"The record store {path} was written by another version of this program (schema {found}): start that version, or change Sqlite:DatabasePath."),
        isRetryable: false);

    public static VendorException Closed(string path) =>
        new("store", "closed", $"The record store {path} is closed: the program is stopping.", isRetryable: false);

    private const string Restore = "Keep a copy of it and its -wal file, restore the last good copy, then start again";

    private static VendorException Explain(SqliteException fault, string path)
    {
        var (code, what) = fault.SqliteErrorCode switch
        {
            Full => ("full", "cannot grow: the disk is full or Sqlite:MaxPages is reached. Free space or raise the limit"),
            Busy or Locked => ("busy", "is locked by another program. Close it; the write may then be tried again"),
            Corrupt or NotADatabase => ("corrupt", $"is damaged. {Restore}"),
            ReadOnly => ("read-only", "may not be written. Give this account write access to the file and its folder"),
            CannotOpen => ("cannot-open", "cannot be opened. Check that the folder of Sqlite:DatabasePath exists and this account may write it"),
            Input => ("io", "cannot be read or written by the operating system. Check the disk"),
            _ => (string.Create(CultureInfo.InvariantCulture, $"sqlite-{fault.SqliteErrorCode}"), "cannot be used"),
        };
        return new VendorException(
            "store", code,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The record store {path} {what} (SQLite {fault.SqliteErrorCode}/{fault.SqliteExtendedErrorCode}). Nothing half-written is kept."),
            isRetryable: fault.SqliteErrorCode is Busy or Locked, inner: fault);
    }
}
