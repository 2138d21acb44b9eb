using System.Collections;

namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>Requests that wait at a gate. Shares take turns, and within a share it is first come, first served. Its gate holds a lock.</summary>
internal sealed class TurnQueue : IReadOnlyCollection<Waiter>
{
    private readonly Dictionary<string, LinkedList<Waiter>> _shares = new(StringComparer.Ordinal);
    private readonly LinkedList<string> _turns = new();

    /// <inheritdoc />
    public int Count { get; private set; }

    /// <summary>Whose turn is next; null when nothing waits.</summary>
    public Waiter? First => _turns.First is { Value: var share } ? _shares[share].First!.Value : null;

    /// <summary>Whose patience ends next; null when nothing waits.</summary>
    public Waiter? LeastPatient => _shares.Count == 0 ? null : _shares.Values.Select(share => share.First!.Value).MinBy(waiter => waiter.Until);

    /// <summary>What goes before another one of that share: what of it waits already, and as much of each other share.</summary>
    public IReadOnlyCollection<Waiter> Before(string share)
    {
        var own = _shares.GetValueOrDefault(share)?.Count ?? 0;
        return [.. _shares.SelectMany(other => other.Key == share ? other.Value : other.Value.Take(own + 1))];
    }

    /// <summary>Puts one at the end of its share.</summary>
    public void Add(Waiter waiter)
    {
        if (!_shares.TryGetValue(waiter.Share, out var share))
        {
            _shares.Add(waiter.Share, share = new());
            _turns.AddLast(waiter.Share);
        }

        share.AddLast(waiter);
        Count++;
    }

    /// <summary>Takes the first one out: its share had its turn.</summary>
    public void TakeFirst()
    {
        var first = First!;
        _turns.RemoveFirst();
        _turns.AddLast(first.Share);
        Remove(first);
    }

    /// <summary>Takes one out; false when it is not here.</summary>
    public bool Remove(Waiter waiter)
    {
        if (!_shares.TryGetValue(waiter.Share, out var share) || !share.Remove(waiter))
            return false;
        Count--;
        if (share.Count > 0)
            return true;
        _shares.Remove(waiter.Share);
        _turns.Remove(waiter.Share);
        return true;
    }

    /// <inheritdoc />
    public IEnumerator<Waiter> GetEnumerator() => _shares.Values.SelectMany(share => share).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
