using System.Globalization;

namespace HelpDesk.Adapters.EmbeddedTriage.Features;

/// <summary>Turns a text into terms.</summary>
internal static class TicketTerms
{
    private const int Letters = 4;
    private const int LongestWord = 40;
    private const int ConceptsApart = 8;
    private const int LongestLengthClass = 6;
    private const int ManyLines = 4;
    private const string LexiconResource = "HelpDesk.Triage.concepts.txt";

    private static readonly Lazy<string> LexiconText = new(ReadLexicon);
    private static readonly Lazy<ConceptLexicon> Lexicon = new(static () => new ConceptLexicon(LexiconText.Value));

    /// <summary>The lexicon as it was written; part of a model's version.</summary>
    public static string LexiconSource => LexiconText.Value;

    /// <summary>The terms, each once. Takes any text.</summary>
    public static IReadOnlyCollection<Term> Of(string? text)
    {
        var clean = PlainText.Clean(text);
        var words = TicketWords.Of(text);
        var terms = new HashSet<Term>();
        AddWords(terms, words);
        AddConcepts(terms, ConceptsOf(words));
        AddShape(terms, text ?? "", clean, words);
        return terms;
    }

    /// <summary>The concepts in some words, in their order.</summary>
    public static IReadOnlyList<(string Name, int At)> ConceptsOf(string[] words) => Lexicon.Value.Find(words);

    private static void AddWords(HashSet<Term> terms, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            terms.Add(new Term(TermKind.Word, words[i]));
            terms.Add(new Term(TermKind.WordPair, $"{(i == 0 ? "^" : words[i - 1])} {words[i]}"));
            if (!words[i].StartsWith(TicketWords.PlaceholderMark, StringComparison.Ordinal))
                AddLetters(terms, words[i]);
        }
    }

    private static void AddLetters(HashSet<Term> terms, string word)
    {
        var framed = $"_{(word.Length > LongestWord ? word[..LongestWord] : word)}_";
        for (var at = 0; at + Letters <= framed.Length; at++)
            terms.Add(new Term(TermKind.Letters, framed.Substring(at, Letters)));
    }

    private static void AddConcepts(HashSet<Term> terms, IReadOnlyList<(string Name, int At)> concepts)
    {
        for (var i = 0; i < concepts.Count; i++)
        {
            terms.Add(new Term(TermKind.Concept, concepts[i].Name));
            for (var j = i + 1; j < concepts.Count && concepts[j].At - concepts[i].At <= ConceptsApart; j++)
            {
                var isFirst = string.CompareOrdinal(concepts[i].Name, concepts[j].Name) < 0;
                terms.Add(new Term(TermKind.ConceptPair, isFirst ? $"{concepts[i].Name}+{concepts[j].Name}" : $"{concepts[j].Name}+{concepts[i].Name}"));
            }
        }
    }

    private static void AddShape(HashSet<Term> terms, string text, string clean, string[] words)
    {
        var lengthClass = Math.Min(LongestLengthClass, (int)Math.Log2(words.Length + 1));
        terms.Add(new Term(TermKind.Shape, string.Create(CultureInfo.InvariantCulture, $"length{lengthClass}")));
        if (clean.Contains('?', StringComparison.Ordinal))
            terms.Add(new Term(TermKind.Shape, "question"));
        if (text.Count(static c => c == '\n') > ManyLines)
            terms.Add(new Term(TermKind.Shape, "lines"));
        if (!clean.Any(char.IsLower))
            terms.Add(new Term(TermKind.Shape, "capitals"));
        if (Numbers(clean) >= 2)
            terms.Add(new Term(TermKind.Shape, "numbered"));
    }

    // Points of a list: "1. " or "2) " at the beginning or after a space.
    private static int Numbers(string clean)
    {
        var numbers = 0;
        for (var i = 0; i + 2 < clean.Length; i++)
        {
            if (clean[i] is >= '1' and <= '9' && clean[i + 1] is '.' or ')' && clean[i + 2] == ' ' && (i == 0 || clean[i - 1] == ' '))
                numbers++;
        }

        return numbers;
    }

    private static string ReadLexicon()
    {
        using var stream = typeof(TicketTerms).Assembly.GetManifestResourceStream(LexiconResource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
