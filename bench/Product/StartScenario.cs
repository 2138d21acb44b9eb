using System.Globalization;

namespace HelpDesk.Bench.Product;

/// <summary>From the start of the process to the first good answer of <c>/api/health/ready</c>, with a new data folder and with one that is there.</summary>
internal sealed class StartScenario : IScenario
{
    private const int Rounds = 5;
    private const double Most = 3;

    public string Name => "start";

    public async Task<IReadOnlyList<Figure>> RunAsync(string folder, CancellationToken cancellation)
    {
        List<double> first = [], later = [];
        for (var round = 0; round < Rounds; round++)
        {
            var data = Path.Combine(folder, $"data-{round}");
            first.Add(await OnceAsync(data, cancellation));
            later.Add(await OnceAsync(data, cancellation));
        }

        return [Of("new data folder", first), Of("existing data folder", later)];
    }

    private static async Task<double> OnceAsync(string data, CancellationToken cancellation)
    {
        var place = new Installation(data);
        await using var product = place.Start("run");
        return (await product.UntilAnswersAsync(place.Health, cancellation)).TotalSeconds;
    }

    private static Figure Of(string what, List<double> seconds)
    {
        var median = seconds.Order().ElementAt(seconds.Count / 2);
        return new Figure(
            $"start to ready, {what} (median of {Rounds})", string.Create(CultureInfo.InvariantCulture, $"{median:0.00} s"), "-", "-",
            string.Create(CultureInfo.InvariantCulture, $"< {Most:0} s"), median < Most);
    }
}
