using System.Diagnostics.CodeAnalysis;

namespace HelpDesk.Local.Engine.Queues;

/// <summary>
/// Things that wait, in lanes: the lanes take turns, and within a lane the lowest rank goes first, of the same rank the first that came. Its owner
/// holds a lock.
/// </summary>
internal sealed class FairQueue<T>
{
    // Most lanes hold one thing for a moment: those that are empty are used again. Chosen: as many as instances run at once, and more.
    private const int MostSpare = 256;
    private const int MostRoom = 16;

    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly LinkedList<Lane> _turns = new();
    private readonly Stack<Lane> _spare = new();
    private long _added;

    /// <param name="lane">Its lane.</param>
    /// <param name="rank">Its place in the lane: an instance's row, so that what began first ends first.</param>
    /// <param name="item">What waits.</param>
    public void Add(string lane, long rank, T item)
    {
        if (!_lanes.TryGetValue(lane, out var found))
        {
            if (!_spare.TryPop(out found))
                found = new Lane();
            found.Name = lane;
            _lanes.Add(lane, found);
            _turns.AddLast(found.Place);
        }

        found.Items.Enqueue(item, (rank, _added++));
    }

    /// <summary>Takes what has its turn: the first of the lane that waited longest and may now.</summary>
    /// <param name="item">What was taken.</param>
    /// <param name="may">Decides by its first item whether a lane may now; null = every lane may.</param>
    public bool TryTake([MaybeNullWhen(false)] out T item, Func<T, bool>? may = null)
    {
        for (var place = _turns.First; place is not null; place = place.Next)
        {
            var lane = place.Value;
            if (may is not null && !may(lane.Items.Peek()))
                continue;
            item = lane.Items.Dequeue();
            _turns.Remove(place);
            if (lane.Items.Count > 0)
                _turns.AddLast(place);
            else
                End(lane);
            return true;
        }

        item = default;
        return false;
    }

    private void End(Lane lane)
    {
        _lanes.Remove(lane.Name);
        // One that held a flood would keep its room.
        if (_spare.Count < MostSpare && lane.Items.EnsureCapacity(0) <= MostRoom)
            _spare.Push(lane);
    }

    private sealed class Lane
    {
        public Lane() => Place = new LinkedListNode<Lane>(this);

        public string Name { get; set; } = "";

        public LinkedListNode<Lane> Place { get; }

        public PriorityQueue<T, (long Rank, long Came)> Items { get; } = new(1);
    }
}
