using HelpDesk.Adapters.Sqlite.Files;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Local.Engine.Store;

/// <summary>Says in plain words what is wrong with the engine's database and what to do.</summary>
internal static class StoreError
{
    public static EngineStoppedException From(Exception cause, string path) => cause switch
    {
        EngineStoppedException known => known,
        SqliteException sqlite => new(
            $"The engine's database {path} {SqliteErrorText.Of(sqlite).Text} ({SqliteErrorText.Codes(sqlite)}). What was accepted before is safe; nothing half-written is kept.", sqlite),
        SqliteFileException { Error: SqliteFileError.Damaged } file => new($"The engine's database {path} is damaged ({file.Found}). {SqliteErrorText.Restore}.", file),
        SqliteFileException file => new(
            $"{path} was written by another version of this program (schema {file.Found}, this one reads {EngineSchema.Version}): start that version, or choose another database path.", file),
        _ => new($"The engine stopped on an unexpected error ({cause.GetType().Name}) in {path}. Nothing half-written is kept.", cause),
    };

    /// <summary>The engine is stopped: nothing can be read.</summary>
    public static EngineStoppedException Closed() => new("The engine is stopped: nothing can be read.");
}
