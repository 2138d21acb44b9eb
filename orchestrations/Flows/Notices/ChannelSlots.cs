using HelpDesk.Orchestrations.Domain.Notifications;

namespace HelpDesk.Orchestrations.Flows.Notices;

/// <summary>
/// The slots and the rate of one channel. No caller waits here: one that may not post now gets the moment to come back, which is kept for it,
/// so that a crowd comes back one by one.
/// </summary>
internal sealed class ChannelSlots(ChannelLimits limits, TimeProvider time)
{
    private const int ManyTurns = 1_000;

    private static readonly TimeSpan TurnsAreKeptFor = TimeSpan.FromMinutes(10);

    private readonly Lock _entry = new();
    private readonly Dictionary<string, DateTimeOffset> _turns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _posting = new(StringComparer.Ordinal);
    private DateTimeOffset _nextTurn = DateTimeOffset.MinValue;
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;

    /// <summary>True when that key may post now; its slot is then held until <see cref="Leave"/>.</summary>
    public bool TryEnter(string key, out DateTimeOffset comeBackAt)
    {
        lock (_entry)
        {
            var now = time.GetUtcNow();
            if (_posting.Count >= limits.PostsAtOnce || _posting.Contains(key))
            {
                comeBackAt = now + (limits.PostWithin / 3);
                return false;
            }

            comeBackAt = TurnOf(key, now);
            if (comeBackAt > now)
                return false;
            _turns.Remove(key);
            return _posting.Add(key);
        }
    }

    /// <summary>Gives the slot back.</summary>
    public void Leave(string key)
    {
        lock (_entry)
            _posting.Remove(key);
    }

    /// <summary>No post begins before that moment: the vendor asked for it.</summary>
    public void PauseUntil(DateTimeOffset moment)
    {
        lock (_entry)
            _pausedUntil = moment > _pausedUntil ? moment : _pausedUntil;
    }

    private DateTimeOffset TurnOf(string key, DateTimeOffset now)
    {
        if (_turns.TryGetValue(key, out var kept) && kept >= _pausedUntil)
            return kept;
        // A workflow that ended meanwhile does not come back for its turn.
        if (_turns.Count > ManyTurns)
        {
            foreach (var (old, _) in _turns.Where(turn => turn.Value < now - TurnsAreKeptFor).ToList())
                _turns.Remove(old);
        }

        var turn = new[] { now, _nextTurn, _pausedUntil }.Max();
        _nextTurn = turn + limits.Gap;
        return _turns[key] = turn;
    }
}
