using HelpDesk.Orchestrations.Cases;

namespace HelpDesk.Web.Cases;

/// <summary>Of all cases the ones that changed last, without holding the others: what a page shows must not cost the memory of years.</summary>
/// <param name="pages">How many pages are kept, from the first on; more are never asked for.</param>
/// <param name="pageSize">Cases on a page.</param>
internal sealed class NewestCases(int pages, int pageSize)
{
    // Far beyond what anybody leafs through, and small enough that no address makes us hold everything.
    private const int MostPages = 400;

    private readonly PriorityQueue<CaseRecord, (DateTimeOffset UpdatedAt, int Earlier)> _kept = new();
    private readonly int _most = Math.Clamp(pages, 1, MostPages) * pageSize;

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>How many pages they fill; at least one, at most as many as can be leafed through.</summary>
    public int Pages => Math.Clamp((Count + pageSize - 1) / pageSize, 1, MostPages);

    /// <summary>Takes one.</summary>
    public void Add(CaseRecord record)
    {
        Count++;
        _kept.Enqueue(record, (record.UpdatedAt, -Count));
        if (_kept.Count > _most)
            _kept.Dequeue();
    }

    /// <summary>One page, from 1, what changed last first.</summary>
    public IReadOnlyList<CaseRecord> Page(int page) =>
        [.. _kept.UnorderedItems.OrderByDescending(static item => item.Priority).Skip((page - 1) * pageSize).Take(pageSize).Select(static item => item.Element)];
}
