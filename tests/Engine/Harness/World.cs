using System.Collections.Concurrent;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Engine.Tests.Harness;

/// <summary>The outside world of the tests: it outlives every engine and counts each effect by its idempotency key.</summary>
public sealed class World
{
    private readonly ConcurrentDictionary<string, string> _effects = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Key, int Attempt)> _runs = new();

    /// <summary>Says what an activity does; the default gives its input back.</summary>
    public Func<string, int, Task<string>> Behaviour { get; set; } = static (input, _) => Task.FromResult(input);

    /// <summary>What was done, once per idempotency key.</summary>
    public IReadOnlyDictionary<string, string> Effects => _effects;

    /// <summary>Every attempt, also repeated ones.</summary>
    public IReadOnlyCollection<(string Key, int Attempt)> Runs => _runs;

    public async Task<string> ActAsync(string key, int attempt, string input)
    {
        _runs.Enqueue((key, attempt));
        var result = await Behaviour(input, attempt);
        _effects.TryAdd(key, result);
        return result;
    }

    public static VendorException Busy(TimeSpan? retryAfter = null) =>
        new("graph", "429", "Too many requests.", isRetryable: true, retryAfter);

    public static VendorException Forbidden() =>
        new("graph", "Forbidden", "Grant the permission User.ReadWrite.All.", isRetryable: false);
}
