using System.Collections.Concurrent;

namespace HelpDesk.Simulator.Tickets.Jira;

/// <summary>Jira's limit of writes to one issue: 20 in 2 seconds and 100 in 30 seconds (contract: jsm, 4).</summary>
internal sealed class JiraWriteLimit(TimeProvider time)
{
    private const int Burst = 20;
    private const int Most = 100;
    private static readonly TimeSpan BurstWindow = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _writes = new(StringComparer.Ordinal);

    /// <summary>Counts a write.</summary>
    /// <returns>How long to wait when it is one too many; null when it is not.</returns>
    public TimeSpan? Count(string issueId)
    {
        var writes = _writes.GetOrAdd(issueId, static _ => new Queue<DateTimeOffset>());
        lock (writes)
        {
            var now = time.GetUtcNow();
            while (writes.TryPeek(out var oldest) && now - oldest > Window)
                writes.Dequeue();
            if (writes.Count >= Most)
                return Window;
            if (writes.Count(at => now - at <= BurstWindow) >= Burst)
                return BurstWindow;
            writes.Enqueue(now);
            return null;
        }
    }
}
