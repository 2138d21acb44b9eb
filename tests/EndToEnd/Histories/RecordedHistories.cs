namespace HelpDesk.EndToEnd.Tests.Histories;

/// <summary>The files of tests/histories. Recorded by <see cref="HistoryTests"/> when the environment names a folder to write to.</summary>
internal static class RecordedHistories
{
    /// <summary>Variable that names the folder to record into.</summary>
    public const string RecordInto = "HELPDESK_RECORD_HISTORIES";

    /// <summary>Names of the ways that are recorded of each workflow.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Ways = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["ticket"] = ["automatic", "approved", "denied", "person-wanted", "handed-over-pass", "failed-verification"],
        ["ticket-changed"] = ["person-wanted", "reopened"],
        ["access-expiry"] = ["expired"],
        ["undo"] = ["undone"],
        ["action"] = ["done"],
        ["take-over"] = ["waiting-for-approval"],
        ["notice"] = ["posted"],
        ["not-me"] = ["reported"],
        ["channel-message"] = ["opened"],
        ["fetch-channel"] = ["fetched"],
        ["show-decision"] = ["shown"],
        ["bulk"] = ["approved"],
        ["bulk-batch"] = ["canary"],
        ["bulk-target"] = ["done", "undone"],
    };

    /// <summary>All files, by name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "histories"), "*.json")
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal);

    /// <summary>Name of the file of a way.</summary>
    public static string NameOf(string workflow, string way) => $"{workflow}.{way}";
}
