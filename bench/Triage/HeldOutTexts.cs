using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Orchestrations.Domain.Intents;

namespace HelpDesk.Bench.Triage;

/// <summary>Reads triage/held-out.csv (columns intent, language, text): texts that nothing was ever trained or tuned with.</summary>
internal static class HeldOutTexts
{
    public static IReadOnlyList<TrainingExample> Read(string path, IntentCatalogue intents) =>
        [.. CsvFile.Read(path).Skip(1).Select(row => Text(path, row, intents))];

    private static TrainingExample Text(string path, CsvRow row, IntentCatalogue intents) =>
        row.Fields is [var intent, var language, var text] && intents.Find(intent) is not null
            ? new TrainingExample(intent, language, text)
            : throw new MalformedFileException(path, row.Line, "A row must have an intent of the catalogue, a language and a text.");
}
