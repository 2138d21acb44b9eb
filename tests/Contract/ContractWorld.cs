using System.Collections.Concurrent;
using System.Diagnostics;
using HelpDesk.Orchestrations.Foundation;
using ActivityContext = HelpDesk.Orchestrations.Foundation.Durable.ActivityContext;

namespace HelpDesk.Contract;

/// <summary>The world outside the workflows of the contract: it outlives the engine and notes every attempt.</summary>
public sealed class ContractWorld
{
    private readonly ConcurrentQueue<ProbeRun> _runs = new();
    private readonly ConcurrentQueue<string> _notes = new();

    /// <summary>Says what a probe does; by default it gives its input back.</summary>
    public Func<ActivityContext, string, Task<string>> Behaviour { get; set; } = static (_, input) => Task.FromResult(input);

    /// <summary>Every attempt, in order.</summary>
    public IReadOnlyList<ProbeRun> Runs => [.. _runs];

    /// <summary>What workflows noted beside their history.</summary>
    public IReadOnlyList<string> Notes => [.. _notes];

    public Task<string> ProbeAsync(ActivityContext context, string input)
    {
        _runs.Enqueue(new ProbeRun(context.InstanceId, context.IdempotencyKey, context.Attempt, input, Stopwatch.GetTimestamp()));
        return Behaviour(context, input);
    }

    public void Note(string note) => _notes.Enqueue(note);

    /// <summary>Time between the attempts of one step.</summary>
    public IReadOnlyList<TimeSpan> Waits(string key)
    {
        var runs = _runs.Where(run => run.Key == key).ToList();
        return [.. runs.Zip(runs.Skip(1), (before, after) => Stopwatch.GetElapsedTime(before.At, after.At))];
    }

    public static VendorException Busy(TimeSpan? retryAfter = null) =>
        new("graph", "429", "Too many requests.", isRetryable: true, retryAfter);

    public static VendorException Forbidden() =>
        new("graph", "Forbidden", "Grant the permission User.ReadWrite.All.", isRetryable: false);
}
