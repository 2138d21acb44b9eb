namespace HelpDesk.Adapters.Sqlite.Files;

/// <summary>How a file is opened.</summary>
/// <param name="Schema">Version of the tables; stored as <c>user_version</c>.</param>
/// <param name="Tables">Statements that make the tables of a new file.</param>
public sealed record SqliteFileSettings(long Schema, string Tables)
{
    /// <summary>How long a write waits for another program that holds the file.</summary>
    public required TimeSpan BusyTimeout { get; init; }

    /// <summary>Above this size the whole-file check at opening is left out for a quick start.</summary>
    public required long CheckUpToBytes { get; init; }

    /// <summary>Largest size of the file in pages of 4 KiB; null: as large as the disk allows.</summary>
    public long? MaxPages { get; init; }

    /// <summary>True when the check at opening also compares indexes with their tables, which takes longer.</summary>
    public bool ChecksIndexes { get; init; }

    /// <summary>True when the file gives space back after deletions (<c>PRAGMA incremental_vacuum</c>).</summary>
    public bool ShrinksFile { get; init; }
}
