namespace HelpDesk.Adapters.Sqlite.Files;

/// <summary>A file that must not be used as it is.</summary>
/// <param name="error">What is wrong with it.</param>
/// <param name="found">What the check found: SQLite's text, or the version of the tables.</param>
public sealed class SqliteFileException(SqliteFileError error, string found) : Exception($"{error}: {found}")
{
    /// <summary>What is wrong with the file.</summary>
    public SqliteFileError Error { get; } = error;

    /// <summary>What the check found.</summary>
    public string Found { get; } = found;
}

/// <summary>What is wrong with a file.</summary>
public enum SqliteFileError
{
    /// <summary>Its check failed.</summary>
    Damaged,

    /// <summary>Another version of this program wrote it.</summary>
    OtherVersion,
}
