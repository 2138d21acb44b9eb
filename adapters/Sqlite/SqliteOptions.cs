namespace HelpDesk.Adapters.Sqlite;

/// <summary>Settings of the embedded record store (section <c>Sqlite</c>); validated at start.</summary>
public sealed class SqliteOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Sqlite";

    /// <summary>The file; its folder is made when missing. Next to it lie <c>-wal</c> and <c>-shm</c>. Default <c>.helpdesk/records.db</c>.</summary>
    public string DatabasePath { get; set; } = Path.Combine(".helpdesk", "records.db");

    /// <summary>How long a write waits for another program that holds the file; 0 to 5 minutes, default 5 seconds.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Above this size the whole-file check at opening is left out for a quick start; default 64 MiB (well under a second).</summary>
    public long CheckUpToBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>Largest size of the file in pages of 4 KiB; null: as large as the disk allows.</summary>
    public long? MaxPages { get; set; }
}
