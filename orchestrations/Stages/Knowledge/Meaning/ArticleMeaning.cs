using System.Runtime.InteropServices;
using HelpDesk.Orchestrations.Ledger.Knowledge;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Meaning;

/// <summary>The vectors of the passages of one article in memory.</summary>
internal sealed class ArticleMeaning
{
    private const int MostDimensions = 4_096;

    private readonly sbyte[] _values;
    private readonly float[] _lengths;
    private readonly int _dimensions;

    private ArticleMeaning(string digest, int dimensions, sbyte[] values)
    {
        (Digest, _dimensions, _values, _lengths) = (digest, dimensions, values, new float[values.Length / dimensions]);
        for (var part = 0; part < _lengths.Length; part++)
            _lengths[part] = MeaningVector.LengthOf(PassageOf(part));
    }

    /// <summary>The version of the article by content that they belong to.</summary>
    public string Digest { get; }

    /// <summary>What is kept of an article; null when it has no vectors, or not of this model. A row that someone else wrote is none.</summary>
    public static ArticleMeaning? Of(ArticleVectors stored, string model)
    {
        if (stored.Model != model || stored.Dimensions is < 1 or > MostDimensions || string.IsNullOrEmpty(stored.Values) || string.IsNullOrEmpty(stored.Digest))
            return null;
        var bytes = new byte[stored.Values.Length];
        return Convert.TryFromBase64String(stored.Values, bytes, out var count) && count > 0 && count % stored.Dimensions == 0
            ? new ArticleMeaning(stored.Digest, stored.Dimensions, MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan(0, count)).ToArray())
            : null;
    }

    /// <summary>The passage that is nearest to a question, and how near, -1 to 1; null when they cannot be compared.</summary>
    public (int Part, double Nearness)? Nearest(ReadOnlySpan<sbyte> question, float length)
    {
        if (question.Length != _dimensions)
            return null;
        var (best, nearness) = (-1, double.NegativeInfinity);
        for (var part = 0; part < _lengths.Length; part++)
        {
            var near = _lengths[part] > 0 ? MeaningVector.Product(question, PassageOf(part)) / ((double)length * _lengths[part]) : double.NegativeInfinity;
            if (near > nearness)
                (best, nearness) = (part, near);
        }

        return best < 0 ? null : (best, nearness);
    }

    private ReadOnlySpan<sbyte> PassageOf(int part) => _values.AsSpan(part * _dimensions, _dimensions);
}
