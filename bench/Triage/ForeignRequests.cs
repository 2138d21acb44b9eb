using HelpDesk.Adapters.EmbeddedTriage;

namespace HelpDesk.Bench.Triage;

/// <summary>
/// Requests that others wrote (columns id, text, label, source), as far as their labels say something about our intents: most are a
/// bank's and an assistant's, and out of scope here.
/// </summary>
internal static class ForeignRequests
{
    /// <summary>The file in the folder with test data.</summary>
    public const string FileName = "support-intents.dev.csv";

    // Labels of theirs that mean the same as an intent of ours; what is in neither list is left out.
    private static readonly Dictionary<string, string> SameMeaning = new(StringComparer.Ordinal)
    {
        ["password_reset"] = "identity.password-forgotten",
        ["problem_email"] = "mail.problem",
        ["reportbrokensoftware"] = "software.problem",
        ["softwareupdate"] = "software.install",
    };

    /// <summary>The usable rows with the intent that is true for them; <c>unknown</c> for what is out of scope.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="MalformedFileException">The file is malformed; the message names file and line.</exception>
    public static IReadOnlyList<TrainingExample> Read(string path) =>
        [.. CsvFile.Read(path).Skip(1).Where(static row => row.Fields.Count == 4).Select(Example).OfType<TrainingExample>()];

    private static TrainingExample? Example(CsvRow row)
    {
        var (text, label, source) = (row.Fields[1], row.Fields[2], row.Fields[3]);
        if (SameMeaning.TryGetValue(label, out var intent))
            return new TrainingExample(intent, "en", text);

        // A stolen phone sounds alike whether a bank or a service desk is told.
        var isForeign = source.StartsWith("clinc150/", StringComparison.Ordinal) || source.StartsWith("banking77/", StringComparison.Ordinal) || label == "out_of_scope";
        return isForeign && label != "lost_or_stolen_phone" ? new TrainingExample("unknown", "en", text) : null;
    }
}
