namespace HelpDesk.Adapters.EmbeddedTriage.Features;

/// <summary>How alike texts are, seen as sets of terms: the cosine, rare terms counting more.</summary>
internal sealed class TermSets
{
    private readonly HashSet<string>[] _sets;
    private readonly Dictionary<string, double> _weights;
    private readonly double[] _lengths;

    /// <summary>Takes the terms of each text.</summary>
    public TermSets(IEnumerable<IEnumerable<string>> texts)
    {
        _sets = [.. texts.Select(static terms => terms.ToHashSet(StringComparer.Ordinal))];
        _weights = _sets.SelectMany(static set => set).GroupBy(static term => term, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, group => Math.Pow(Math.Log((_sets.Length + 1.0) / group.Count()), 2), StringComparer.Ordinal);
        _lengths = [.. _sets.Select(set => Math.Sqrt(set.Sum(term => _weights[term])))];
    }

    /// <summary>0 for nothing in common, 1 for the same.</summary>
    public double Alike(int one, int other)
    {
        if (_lengths[one] == 0 || _lengths[other] == 0)
            return 0;
        var common = _sets[one].Where(_sets[other].Contains).Sum(term => _weights[term]);
        return common / (_lengths[one] * _lengths[other]);
    }
}
