using System.Diagnostics;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Bench.Throttling;

/// <summary>
/// Single tickets that come at fixed moments, whether or not earlier ones are done: each signs one person out, from capture to reading
/// back. Its time counts from the moment at which it was due.
/// </summary>
internal sealed class SingleTickets(RemediationCatalogue catalogue, IReadOnlyList<string> people, TimeSpan every)
{
    private readonly BenchStep _step = new(catalogue);

    /// <summary>Files so many.</summary>
    /// <returns>Times in milliseconds, sorted.</returns>
    public async Task<double[]> FileAsync(int count, CancellationToken cancellation) => await UntilAsync(number => number >= count, cancellation);

    /// <summary>Files until something ends.</summary>
    /// <returns>Times in milliseconds, sorted.</returns>
    public async Task<double[]> FileWhileAsync(Task something, CancellationToken cancellation) => await UntilAsync(_ => something.IsCompleted, cancellation);

    private async Task<double[]> UntilAsync(Func<int, bool> isOver, CancellationToken cancellation)
    {
        var tickets = new List<Task<double>>();
        var begin = Stopwatch.GetTimestamp();
        // A thread of its own: the schedule must not wait for the pool that does the work.
        await Task.Factory.StartNew(
            () =>
            {
                for (var number = 0; !isOver(number); number++)
                {
                    var due = begin + (long)(number * every.TotalSeconds * Stopwatch.Frequency);
                    while (Stopwatch.GetTimestamp() < due)
                        Thread.Sleep(1);
                    var person = people[number % people.Count];
                    tickets.Add(Task.Run(() => OneAsync(person, due, cancellation), cancellation));
                }
            },
            cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return [.. (await Task.WhenAll(tickets)).Order()];
    }

    private async Task<double> OneAsync(string person, long due, CancellationToken cancellation)
    {
        await _step.RunAsync("user.revoke-sessions", person, cancellation);
        return Stopwatch.GetElapsedTime(due).TotalMilliseconds;
    }
}
