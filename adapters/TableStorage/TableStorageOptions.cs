namespace HelpDesk.Adapters.TableStorage;

/// <summary>Settings of the record store in Azure Table Storage (section <c>TableStorage</c>); validated at start.</summary>
public sealed class TableStorageOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "TableStorage";

    /// <summary>The account's table endpoint, <c>https://NAME.table.core.windows.net</c>; signed in to with the app's identity.</summary>
    public Uri? ServiceUri { get; set; }

    /// <summary>Instead of <see cref="ServiceUri"/>: Azurite on this machine. An account key of a real account is refused.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether missing tables are made at start; default no, because the app's identity may lack that permission.</summary>
    public bool CreateTables { get; set; }

    /// <summary>How often the SDK tries a request again that was throttled or not answered; 0 to 5, default 2. Longer patience is the workflow's.</summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>Longest wait for one answer; 1 to 100 seconds, default 10 seconds.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
