namespace HelpDesk.Adapters.EmbeddedTriage.Features;

/// <summary>Kinds of terms. Each kind is brought to the same length and then weighted, so that many of one kind do not drown another.</summary>
internal enum TermKind
{
    /// <summary>A word.</summary>
    Word,

    /// <summary>Two words in a row.</summary>
    WordPair,

    /// <summary>Four letters in a row within a word: what stays the same in typos, inflections and compounds.</summary>
    Letters,

    /// <summary>A concept, see <see cref="ConceptLexicon"/>.</summary>
    Concept,

    /// <summary>Two concepts near each other.</summary>
    ConceptPair,

    /// <summary>What the text looks like: its length, a question mark, a numbered list.</summary>
    Shape,
}
