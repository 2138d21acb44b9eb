using Microsoft.ML.Data;

namespace HelpDesk.Adapters.EmbeddedTriage.Features;

/// <summary>The terms that a model knows, with how much each tells; makes vectors of texts.</summary>
internal sealed class TermVocabulary
{
    // A term of a single example teaches nothing about others; of the kinds with many terms, those of two are mostly chance.
    private const int LeastExamples = 2;
    private const int LeastExamplesOfMany = 3;

    // Found by trial on held-out folds: concepts carry from language to language, letters and shape support.
    private static readonly float[] KindWeights = [1f, 0.7f, 1.5f, 1.5f, 1f, 0.3f];

    private readonly Term[] _terms;
    private readonly float[] _weights;
    private readonly Dictionary<Term, int> _places;

    /// <summary>Takes terms and weights as they were kept.</summary>
    public TermVocabulary(Term[] terms, float[] weights)
    {
        (_terms, _weights) = (terms, weights);
        _places = new Dictionary<Term, int>(terms.Length);
        for (var i = 0; i < terms.Length; i++)
            _places[terms[i]] = i;
    }

    /// <summary>The terms, in the order of the vectors.</summary>
    public IReadOnlyList<Term> Terms => _terms;

    /// <summary>Their weights: the rarer a term, the more it tells.</summary>
    public IReadOnlyList<float> Weights => _weights;

    /// <summary>Learns from the terms of examples.</summary>
    public static TermVocabulary Of(IReadOnlyCollection<IReadOnlyCollection<Term>> examples)
    {
        var counts = new Dictionary<Term, int>();
        foreach (var term in examples.SelectMany(static terms => terms))
            counts[term] = counts.GetValueOrDefault(term) + 1;
        var known = counts.Where(static pair => pair.Value >= (IsOfMany(pair.Key.Kind) ? LeastExamplesOfMany : LeastExamples))
            .OrderBy(static pair => pair.Key.Kind).ThenBy(static pair => pair.Key.Text, StringComparer.Ordinal).ToList();
        return new TermVocabulary(
            [.. known.Select(static pair => pair.Key)],
            [.. known.Select(pair => (float)Math.Log((examples.Count + 1.0) / (pair.Value + 0.5)))]);
    }

    /// <summary>Places and values of the terms it knows, by place; each kind has its length.</summary>
    public (int[] Places, float[] Values) Vector(IReadOnlyCollection<Term> terms)
    {
        var places = terms.Select(term => _places.GetValueOrDefault(term, -1)).Where(static place => place >= 0).Order().ToArray();
        Span<float> squares = stackalloc float[KindWeights.Length];
        foreach (var place in places)
            squares[(int)_terms[place].Kind] += _weights[place] * _weights[place];

        var values = new float[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            var kind = (int)_terms[places[i]].Kind;
            values[i] = KindWeights[kind] * _weights[places[i]] / MathF.Sqrt(squares[kind]);
        }

        return (places, values);
    }

    /// <summary>The vector as ML.NET reads it.</summary>
    public VBuffer<float> Buffer(IReadOnlyCollection<Term> terms)
    {
        var (places, values) = Vector(terms);
        return new VBuffer<float>(_terms.Length, places.Length, values, places);
    }

    private static bool IsOfMany(TermKind kind) => kind is TermKind.WordPair or TermKind.Letters or TermKind.ConceptPair;
}
