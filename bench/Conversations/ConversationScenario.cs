using System.Diagnostics;
using System.Globalization;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Bench.Conversations;

/// <summary>
/// Ten thousand people who were asked something and have not answered: what they cost in memory, whether each is reminded once when the reminder is due and given up
/// once at the end, all of them in the same moment, and whether whoever answers in that moment has to wait for them.
/// </summary>
internal sealed class ConversationScenario(string name, int few, int many) : IScenario
{
    private const int Answers = 100;
    private const double MostPerThousand = 1.5;
    private const double LeastPerSecond = 25;
    private const double SlowestAnswer = 5_000;

    public string Name => name;

    public async Task<IReadOnlyList<Figure>> RunAsync(string folder, CancellationToken cancellation)
    {
        await using var desk = await WaitingDesk.StartAsync(folder, cancellation);
        await desk.UntilWaitingAsync(few, cancellation);
        var (heapOfFew, setOfFew) = await MemoryAsync(cancellation);
        Say($"{few} wait: heap {heapOfFew:0.0} MB, working set {setOfFew:0} MB");
        await desk.UntilWaitingAsync(many, cancellation);
        var (heap, set) = await MemoryAsync(cancellation);
        var perThousand = (heap - heapOfFew) * 1_000 / (many - few);
        Say($"{many} wait: heap {heap:0.0} MB, working set {set:0} MB");

        var (silent, quietly, meanwhile) = (desk.Cases[..(many - (2 * Answers))], desk.Cases[(many - (2 * Answers))..(many - Answers)], desk.Cases[(many - Answers)..]);
        var quiet = await AnswersAsync(desk, quietly, cancellation);

        var remind = (await desk.QuestionAsync(desk.Cases[^1], cancellation)).RemindAt!.Value;
        var since = Stopwatch.GetTimestamp();
        desk.Clock.TurnTo(remind + TimeSpan.FromSeconds(1));
        var answering = AnswersAsync(desk, meanwhile, cancellation);
        await UntilAsync(() => desk.WaitBeyond(silent, remind) == silent.Count, cancellation);
        var reminding = Stopwatch.GetElapsedTime(since);
        var amid = await answering;
        Say($"all reminded after {reminding.TotalSeconds:0} s; answers meanwhile p95 {Percentile.At(amid, 0.95):0} ms, alone {Percentile.At(quiet, 0.95):0} ms");
        var reminded = await CountsAsync(desk, silent, cancellation);

        since = Stopwatch.GetTimestamp();
        desk.Clock.TurnTo((await desk.QuestionAsync(silent[^1], cancellation)).ExpiresAt + TimeSpan.FromSeconds(1));
        await UntilAsync(() => desk.Ended(silent) == silent.Count, cancellation);
        var ending = Stopwatch.GetElapsedTime(since);
        Say($"all given up after {ending.TotalSeconds:0} s");
        var givenUp = await CountsAsync(desk, silent, cancellation);
        return
        [
            new Figure(Text($"heap in use, {few} open conversations"), Text($"{heapOfFew:0.0} MB"), "-", "-", "-", true),
            new Figure(Text($"heap in use, {many} open conversations"), Text($"{heap:0.0} MB"), "-", "-", "-", true),
            new Figure("heap for 1,000 more open conversations", Text($"{perThousand:0.00} MB"), "-", "-", Text($"<= {MostPerThousand:0.0} MB"), perThousand <= MostPerThousand),
            new Figure(Text($"working set, {few}; {many}"), Text($"{setOfFew:0}; {set:0} MB"), "-", "-", "-", true),
            new Figure("all due in the same moment: reminded per second", Text($"{silent.Count / reminding.TotalSeconds:0} /s ({reminding.TotalSeconds:0} s in all)"), "-", "-", Text($">= {LeastPerSecond:0} /s"), silent.Count / reminding.TotalSeconds >= LeastPerSecond),
            Once("reminded, of those who stay silent; twice or never", reminded, 2, silent.Count),
            new Figure("all due in the same moment: given up per second", Text($"{silent.Count / ending.TotalSeconds:0} /s ({ending.TotalSeconds:0} s in all)"), "-", "-", Text($">= {LeastPerSecond:0} /s"), silent.Count / ending.TotalSeconds >= LeastPerSecond),
            Once("given up, of those who stay silent; twice or never", givenUp, 3, silent.Count),
            new Figure(Text($"answer until it is understood, p95 of {Answers}, nothing else due"), Text($"{Percentile.At(quiet, 0.95):0} ms"), "-", "-", "-", true),
            new Figure(Text($"answer until it is understood, p95 of {Answers}, while {many} are reminded"), Text($"{Percentile.At(amid, 0.95):0} ms"), Text($"{Percentile.At(quiet, 0.95):0} ms"), Text($"{Percentile.At(amid, 0.95) / Percentile.At(quiet, 0.95):0.0}"), Text($"<= {SlowestAnswer / 1_000:0} s"), Percentile.At(amid, 0.95) <= SlowestAnswer),
        ];
    }

    private static async Task<double[]> AnswersAsync(WaitingDesk desk, IReadOnlyList<CaseId> cases, CancellationToken cancellation)
    {
        var times = new List<double>();
        foreach (var caseId in cases)
            times.Add(await desk.AnswerAsync(caseId, cancellation));
        return [.. times.Order()];
    }

    // How many of our comments each of the silent ones has.
    private static async Task<Dictionary<int, int>> CountsAsync(WaitingDesk desk, IReadOnlyList<CaseId> silent, CancellationToken cancellation)
    {
        var counts = new Dictionary<int, int>();
        foreach (var caseId in silent)
        {
            var comments = await desk.CommentsAsync(caseId, cancellation);
            counts[comments] = counts.GetValueOrDefault(comments) + 1;
        }

        return counts;
    }

    private static Figure Once(string name, Dictionary<int, int> counts, int wanted, int all)
    {
        var right = counts.GetValueOrDefault(wanted);
        return new Figure(name, Text($"{right} of {all}; {all - right}"), "-", "-", Text($"{all}; 0"), right == all);
    }

    private static async Task<(double Heap, double WorkingSet)> MemoryAsync(CancellationToken cancellation)
    {
        // What the last tickets left behind is no part of what waits.
        await Task.Delay(TimeSpan.FromSeconds(5), cancellation);
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return (GC.GetTotalMemory(forceFullCollection: true) / 1e6, Environment.WorkingSet / 1e6);
    }

    private static async Task UntilAsync(Func<bool> isSo, CancellationToken cancellation)
    {
        while (!isSo())
            await Task.Delay(500, cancellation);
    }

    private static void Say(FormattableString text) => Console.WriteLine(Text(text));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
