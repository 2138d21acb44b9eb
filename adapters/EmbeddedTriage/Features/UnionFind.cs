namespace HelpDesk.Adapters.EmbeddedTriage.Features;

/// <summary>Joins things into groups.</summary>
internal sealed class UnionFind(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];

    /// <summary>The one that stands for the group.</summary>
    public int Root(int one)
    {
        while (_parents[one] != one)
            one = _parents[one] = _parents[_parents[one]];
        return one;
    }

    /// <summary>Makes one group of two.</summary>
    public void Join(int one, int other) => _parents[Root(one)] = Root(other);
}
