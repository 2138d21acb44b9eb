using System.Globalization;
using System.Text.RegularExpressions;

namespace HelpDesk.Bench.Product;

/// <summary><c>helpdesk demo</c> with a new data folder: from the first ticket filed to the last at rest, by its own clock.</summary>
internal sealed partial class DemoScenario : IScenario
{
    private const int Rounds = 3;
    private const double Most = 20;

    public string Name => "demo";

    public async Task<IReadOnlyList<Figure>> RunAsync(string folder, CancellationToken cancellation)
    {
        var seconds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var place = new Installation(Path.Combine(folder, $"data-{round}"));
            await using var demo = place.Start("demo", "--no-wait");
            await demo.UntilEndedAsync(cancellation);
            var said = Rested().Match(demo.Output);
            if (!said.Success)
                throw new InvalidOperationException($"Not all tickets ended or wait for a person.\n{demo.Output}");
            seconds.Add(double.Parse(said.Groups["seconds"].ValueSpan, CultureInfo.InvariantCulture));
        }

        var median = seconds.Order().ElementAt(Rounds / 2);
        return
        [
            new Figure(
                $"forty demo tickets to their resting state (median of {Rounds})", string.Create(CultureInfo.InvariantCulture, $"{median:0.0} s"), "-", "-",
                string.Create(CultureInfo.InvariantCulture, $"< {Most:0} s"), median < Most),
        ];
    }

    [GeneratedRegex(@"40 of 40 tickets settled after (?<seconds>[0-9.]+) s", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Rested();
}
