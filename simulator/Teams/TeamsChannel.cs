using System.Globalization;
using System.Text.Json;
using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.Teams;

/// <summary>The simulated channel: what was posted, newest first, and how fast.</summary>
internal sealed class TeamsChannel(SimulatorStore store, TimeProvider time)
{
    private const string Kind = "teams.message";
    private const int PerSecond = 4;
    private readonly Lock _posting = new();
    private readonly Queue<DateTimeOffset> _recent = new();

    /// <summary>All messages, newest first.</summary>
    public IReadOnlyList<TeamsMessage> Messages => [.. store.All<TeamsMessage>(Kind).OrderByDescending(static message => message.Id, StringComparer.Ordinal)];

    /// <summary>False when this is the fifth post within a second.</summary>
    public bool Admit()
    {
        lock (_posting)
        {
            var now = time.GetUtcNow();
            while (_recent.TryPeek(out var oldest) && now - oldest > TimeSpan.FromSeconds(1))
                _recent.Dequeue();
            // One more than the documented rate, so that two clocks need not agree to the millisecond.
            if (_recent.Count > PerSecond)
                return false;
            _recent.Enqueue(now);
            return true;
        }
    }

    /// <summary>Keeps a message.</summary>
    public void Add(JsonElement message, JsonElement card)
    {
        lock (_posting)
        {
            var id = (store.All<TeamsMessage>(Kind).Count + 1).ToString("00000000", CultureInfo.InvariantCulture);
            var lines = TeamsCard.Lines(card);
            store.Put(Kind, id, new TeamsMessage(id, time.GetUtcNow(), lines.Count > 0 ? lines[0] : "", lines, TeamsCard.Url(card), message));
        }
    }
}
