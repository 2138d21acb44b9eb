using HelpDesk.Adapters.Sqlite.Files;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>Says in plain words what is wrong with the record store's file and what to do.</summary>
internal static class StoreError
{
    public static VendorException From(Exception cause, string path) => cause switch
    {
        VendorException known => known,
        SqliteException sqlite => Explain(sqlite, path),
        SqliteFileException { Error: SqliteFileError.Damaged } file => New("corrupt", $"The record store {path} is damaged ({file.Found}). {SqliteErrorText.Restore}.", file),
        SqliteFileException file => New("schema", $"The record store {path} was written by another version of this program (schema {file.Found}): start that version, or change Sqlite:DatabasePath.", file),
        UnauthorizedAccessException or IOException => New("cannot-open", $"The record store {path} cannot be opened: {cause.Message} Give this account write access to the folder, or change Sqlite:DatabasePath.", cause),
        _ => New("unexpected", $"The record store {path} failed unexpectedly ({cause.GetType().Name}). Nothing half-written is kept.", cause),
    };

    public static VendorException Closed(string path) => New("closed", $"The record store {path} is closed: the program is stopping.", null);

    private static VendorException Explain(SqliteException cause, string path)
    {
        var (code, text) = SqliteErrorText.Of(cause);
        var setting = code switch { "full" => " (Sqlite:MaxPages)", "cannot-open" => " (Sqlite:DatabasePath)", _ => "" };
        return new VendorException(
            "store", code, $"The record store {path} {text}{setting} ({SqliteErrorText.Codes(cause)}). Nothing half-written is kept.",
            isRetryable: SqliteErrorText.IsBusy(cause), inner: cause);
    }

    private static VendorException New(string code, string message, Exception? cause) => new("store", code, message, isRetryable: false, inner: cause);
}
