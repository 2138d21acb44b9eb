using HelpDesk.Adapters.EmbeddedTriage;

namespace HelpDesk.Bench.Knowledge;

/// <summary>A question as employees ask it, with what answers it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Text">The question.</param>
/// <param name="Expected">Ids of the articles that answer it; empty when none does.</param>
/// <param name="Also">Ids that are right too.</param>
/// <param name="Kind">Its kind.</param>
internal sealed record KnowledgeQuestion(string Id, string Language, string Text, IReadOnlyList<string> Expected, IReadOnlyList<string> Also, string Kind)
{
    /// <summary>Reads a table of questions.</summary>
    public static IReadOnlyList<KnowledgeQuestion> Read(string path)
    {
        var rows = CsvFile.Read(path);
        var columns = rows[0].Fields.Select(static (name, at) => (name, at)).ToDictionary(static column => column.name, static column => column.at, StringComparer.Ordinal);
        return [.. rows.Skip(1).Select(row =>
        {
            var expected = row.Fields[columns["expected_ids"]];
            var also = columns.TryGetValue("also_accept", out var at) ? row.Fields[at] : "";
            return new KnowledgeQuestion(row.Fields[columns["id"]], row.Fields[columns["language"]], row.Fields[columns["question"]], expected == "NONE" ? [] : expected.Split(';'), also.Length > 0 ? also.Split(';') : [], row.Fields[columns["kind"]]);
        })];
    }

    /// <summary>True when an article is a right one; the starter articles are named without their language.</summary>
    public bool Accepts(string articleId) => Expected.Concat(Also).Any(id => id == articleId || articleId.StartsWith($"START-{id}-", StringComparison.OrdinalIgnoreCase));
}
