using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Orchestrations.Stages.Rulebook;

namespace HelpDesk.Bench.Language;

/// <summary>Every text with a language that there is: beside the program, and in the folder with test data.</summary>
internal static class LanguageTexts
{
    private const string FrontMatter = "---";

    public static IReadOnlyList<LanguageText> Read(string? data)
    {
        string[] shipped = ["triage/held-out.csv", "Language/other-languages.csv"];
        string[] shared = ["tickets-modern.dev.csv", "tickets-real-style.dev.csv", "knowledge-dev/questions.csv"];
        return
        [
            .. ExampleFile.Read(RulebookLoader.IntentsOrThrow(new RulebookOptions())).Select(static example => new LanguageText("intents/examples.csv", example.Language, "", example.Text)),
            .. shipped.SelectMany(static name => Rows(name, Path.Combine(AppContext.BaseDirectory, name))),
            .. data is null ? [] : shared.SelectMany(name => Rows(name, Path.Combine(data, name))),
            .. data is null ? [] : Articles("knowledge-dev/articles", Path.Combine(data, "knowledge-dev", "articles")),
        ];
    }

    private static IEnumerable<LanguageText> Rows(string set, string path)
    {
        if (!File.Exists(path))
            yield break;

        var rows = CsvFile.Read(path);
        var columns = rows[0].Fields.Select(static (name, at) => (name, at)).ToDictionary(static column => column.name, static column => column.at, StringComparer.Ordinal);
        var text = columns.TryGetValue("text", out var found) ? found : columns["question"];
        foreach (var row in rows.Skip(1))
            yield return new LanguageText(set, row.Fields[columns["language"]], columns.TryGetValue("title", out var title) ? row.Fields[title] : "", row.Fields[text]);
    }

    private static IEnumerable<LanguageText> Articles(string set, string folder)
    {
        if (!Directory.Exists(folder))
            yield break;

        foreach (var parts in Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(static path => File.ReadAllText(path).Split(FrontMatter, 3)))
            yield return new LanguageText(set, Value(parts[1], "language"), Value(parts[1], "title"), parts[2]);
    }

    private static string Value(string frontMatter, string key) =>
        frontMatter.Split('\n').First(line => line.StartsWith($"{key}: ", StringComparison.Ordinal))[(key.Length + 2)..].Trim('"');
}
