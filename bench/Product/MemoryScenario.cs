using System.Diagnostics;
using System.Globalization;

namespace HelpDesk.Bench.Product;

/// <summary>
/// Working set of the product while 10,000 tickets go the whole way to their end. The simulated tenant, which keeps all its tickets
/// in memory, runs as a process of its own and is not counted.
/// </summary>
internal sealed class MemoryScenario : IScenario
{
    private const int Step = 2_500;
    private const int Steps = 4;
    private const int AtOnce = 200;
    private const double Most = 400;
    private const double MostGrowth = 1.1;

    public string Name => "memory";

    public async Task<IReadOnlyList<Figure>> RunAsync(string folder, CancellationToken cancellation)
    {
        var place = new Installation(Path.Combine(folder, "data"));
        await using var simulator = place.StartSimulator();
        await simulator.UntilAnswersAsync(new Uri(place.Simulator, "/simulator/people"), cancellation);
        await using var product = place.Start("run", "--set", "HelpDesk:SimulatorRunsApart=true");
        await product.UntilAnswersAsync(place.Health, cancellation);
        using var office = new TicketOffice(place.Simulator);
        await office.OpenAsync(cancellation);

        var since = Stopwatch.StartNew();
        var sets = new List<double>();
        for (var step = 1; step <= Steps; step++)
        {
            await UntilAsync(place, office, step * Step, cancellation);
            sets.Add(product.WorkingSet);
            Console.WriteLine(Text($"{step * Step} finished after {since.Elapsed.TotalSeconds:0} s: {sets[^1]:0} MB"));
        }

        var growth = sets[^1] / sets[1];
        return
        [
            .. sets.Select((set, i) => new Figure(Text($"working set after {(i + 1) * Step} finished tickets"), Text($"{set:0} MB"), "-", "-", Text($"< {Most:0} MB"), set < Most)),
            new Figure("growth from 5,000 to 10,000 finished tickets", Text($"{growth:0.00}"), "-", "-", Text($"<= {MostGrowth:0.00}"), growth <= MostGrowth),
            new Figure("tickets finished per second", Text($"{Step * Steps / since.Elapsed.TotalSeconds:0} /s"), "-", "-", "-", true),
        ];
    }

    private static async Task UntilAsync(Installation place, TicketOffice office, long wanted, CancellationToken cancellation)
    {
        for (var finished = place.Finished(); finished < wanted; finished = place.Finished())
        {
            if (office.Filed - finished >= AtOnce)
                await Task.Delay(50, cancellation);
            else
                await office.FileAsync(cancellation);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
