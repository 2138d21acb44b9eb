using System.Globalization;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Stages.Understanding.Redaction;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Bench.Triage;

/// <summary>How much of each kind of personal data redaction takes out of sentences with exact spans, and what it takes out of clean ones.</summary>
internal sealed class RedactionFigures(string? data)
{
    private const string FileName = "pii.dev.jsonl";

    private readonly TicketRedactor _redactor = new(new TicketSystemCatalogue([]), NullLogger<TicketRedactor>.Instance);

    /// <summary>All figures: our own sentences, then those of others.</summary>
    public IReadOnlyList<Figure> All()
    {
        List<Figure> figures = [.. Of("redaction, own sentences", Path.Combine(AppContext.BaseDirectory, "Triage", "redaction.jsonl"), required: true)];
        var path = Path.Combine(data ?? "", FileName);
        if (data is null || !File.Exists(path))
            figures.Add(new Figure("redaction, sentences of others", $"not measured: {FileName} is not in the folder with test data", "-", "-", "-", true));
        else
            figures.AddRange(Of("redaction, sentences of others", path, required: false));
        return figures;
    }

    private IEnumerable<Figure> Of(string set, string path, bool required)
    {
        var rows = File.ReadLines(path).Where(static line => line.Length > 0).Select(static line => JsonDocument.Parse(line).RootElement).ToList();
        var spans = rows.SelectMany(row => row.GetProperty("spans").EnumerateArray().Select(span => (Kind: span.GetProperty("type").GetString()!, IsGone: IsGone(row, span)))).ToList();
        foreach (var kind in spans.GroupBy(static span => span.Kind, StringComparer.Ordinal).OrderBy(static kind => kind.Key, StringComparer.Ordinal))
        {
            var share = (double)kind.Count(static span => span.IsGone) / kind.Count();
            var least = required ? Least(kind.Key) : 0;
            yield return new Figure($"{set}: {kind.Key}", Text($"{share:0.00}"), Text($"{kind.Count(static span => span.IsGone)} of {kind.Count()}"), "-", least > 0 ? Text($">= {least:0.0}") : "-", share >= least);
        }

        if (!required)
            yield break;
        var clean = rows.Where(static row => row.GetProperty("spans").GetArrayLength() == 0).Select(static row => row.GetProperty("text").GetString()!).ToList();
        var touched = clean.Where(text => Redacted(text).Contains('[', StringComparison.Ordinal)).ToList();
        foreach (var text in touched)
            Console.WriteLine($"false placeholder: {Redacted(text)}");
        yield return new Figure($"{set}: false placeholders in clean texts", Text($"{touched.Count} of {clean.Count}"), "-", "-", "0", touched.Count == 0);
    }

    private bool IsGone(JsonElement row, JsonElement span) => !Redacted(row.GetProperty("text").GetString()!).Contains(span.GetProperty("value").GetString()!, StringComparison.Ordinal);

    private string Redacted(string text) => _redactor.Snapshot(new Ticket(
        new TicketReference("bench", "1", "1"), "", text, null, TicketState.Open, 1, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, false, null, null, [])).Text;

    private static double Least(string kind) => kind switch
    {
        "SECRET" or "PHONE" => 0.9,
        "ADDRESS" => 0.6,
        "PERSON" => 0.5,
        _ => 0,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
