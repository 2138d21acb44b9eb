using System.Globalization;
using Spectre.Console;

namespace HelpDesk.Bench;

/// <summary>Runs the scenarios named on the command line, all without a name, and prints one table.</summary>
internal static class BenchRunner
{
    public static async Task<int> RunAsync(IReadOnlyList<IScenario> scenarios, string[] args)
    {
        var unknown = args.Where(a => scenarios.All(s => s.Name != a)).ToList();
        if (unknown.Count > 0)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Unknown scenario [red]{string.Join(", ", unknown)}[/]. Known: {string.Join(", ", scenarios.Select(s => s.Name))}.");
            return 2;
        }

        var table = new Table().Border(TableBorder.Markdown).AddColumns("scenario", "figure", "measured", "raw measure", "ratio", "target", "met");
        var met = true;
        foreach (var scenario in scenarios.Where(s => args.Length == 0 || args.Contains(s.Name)))
        {
            // One of its own for each run: two runs side by side must not clear each other's away.
            var folder = Directory.CreateDirectory(Path.Combine(".bench", string.Create(CultureInfo.InvariantCulture, $"{scenario.Name}-{Environment.ProcessId}")));
            try
            {
                foreach (var figure in await scenario.RunAsync(folder.FullName, CancellationToken.None))
                {
                    table.AddRow(new Markup(scenario.Name), Cell(figure.Name), Cell(figure.Value), Cell(figure.Raw), Cell(figure.Ratio), Cell(figure.Target), Cell(figure.Met ? "yes" : "NO"));
                    met &= figure.Met;
                }
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 160);
        AnsiConsole.Write(table);
        return met ? 0 : 1;
    }

    private static Text Cell(string text) => new(text);
}
