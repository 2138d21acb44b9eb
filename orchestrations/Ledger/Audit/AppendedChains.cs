using System.Collections.Concurrent;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>Which chains this process appended to since its last checkpoint: what the next one has to look at. Others are found by the full look of the timer.</summary>
public sealed class AppendedChains
{
    private readonly ConcurrentDictionary<string, byte> _chains = new(StringComparer.Ordinal);
    private int _entries;

    /// <summary>Called after each entry with how many there are since the last checkpoint.</summary>
#pragma warning disable MA0046 // The number is all there is to say.
    public event Action<int>? Appended;
#pragma warning restore MA0046

    /// <summary>An entry was appended.</summary>
    internal void Note(CaseId caseId)
    {
        _chains[caseId] = 0;
        Appended?.Invoke(Interlocked.Increment(ref _entries));
    }

    /// <summary>Takes what there is; what is appended from now on is for the next.</summary>
    internal IReadOnlyList<string> Take()
    {
        Interlocked.Exchange(ref _entries, 0);
        var taken = new List<string>();
        foreach (var caseId in _chains.Keys)
        {
            if (_chains.TryRemove(caseId, out _))
                taken.Add(caseId);
        }

        return taken;
    }

    /// <summary>Puts back what no checkpoint was taken of.</summary>
    internal void PutBack(IEnumerable<string> caseIds)
    {
        foreach (var caseId in caseIds)
            _chains[caseId] = 0;
    }
}
