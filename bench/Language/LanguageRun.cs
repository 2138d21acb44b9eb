using System.Diagnostics;
using System.Text.Json;
using HelpDesk.Bench.Product;

namespace HelpDesk.Bench.Language;

/// <summary>Measures one candidate; a process of its own, because the library shares its models between its detectors.</summary>
internal static class LanguageRun
{
    /// <summary>First word of this program's command line when it is such a process; then the candidate, and the folder with test data if there is one.</summary>
    public const string Verb = "language-run";

    private const string NoSmallWords = "VPN kaputt";

    /// <summary>Measures and writes a <see cref="LanguageResult"/> as the last line.</summary>
    public static int Run(string candidate, string? data)
    {
        var texts = LanguageTexts.Read(data);
        var since = Stopwatch.GetTimestamp();
        var language = Candidates.All[candidate]();
        language("", NoSmallWords);
        var first = Stopwatch.GetElapsedTime(since);

        since = Stopwatch.GetTimestamp();
        var answers = texts.Select(text => language(text.Title, text.Text)).ToList();
        var all = Stopwatch.GetElapsedTime(since);
        var result = new LanguageResult(first.TotalSeconds, all.TotalMicroseconds / texts.Count, Environment.WorkingSet / 1e6, answers);
        Console.WriteLine(JsonSerializer.Serialize(result));
        return 0;
    }

    /// <summary>Starts the process and reads what it measured.</summary>
    public static async Task<LanguageResult> StartAsync(string candidate, string? data, CancellationToken cancellation)
    {
        await using var process = ChildProcess.Start(typeof(LanguageRun).Assembly.Location, data is null ? [Verb, candidate] : [Verb, candidate, data]);
        var exitCode = await process.UntilEndedAsync(cancellation);
        return exitCode == 0
            ? JsonSerializer.Deserialize<LanguageResult>(process.Output.Split('\n')[^1])!
            : throw new InvalidOperationException($"'{candidate}' could not be measured.\n{process.Output}");
    }
}
