namespace HelpDesk.Orchestrations.Stages.Knowledge.Words;

/// <summary>The terms of a text for the index: the stems of its words, each with a mark, and the subjects in it.</summary>
public static class TermText
{
    /// <summary>What a stem begins with in the index, so that no word is taken for a subject.</summary>
    public const string WordMark = "w";

    /// <summary>How often one term is kept at most.</summary>
    public const int MostOfOne = 3;

    /// <summary>The terms, each at most <see cref="MostOfOne"/> times, separated by spaces.</summary>
    public static string Of(string text, SubjectLexicon lexicon)
    {
        var words = Terms.WordsOf(text);
        var terms = words.Where(word => !StopWords.Are(word)).Select(word => WordMark + Terms.StemOf(word)).Concat(lexicon.Find(words).Select(found => found.Subject.Term));
        // More of the same says nothing more, and takes memory.
        return string.Join(' ', terms.GroupBy(term => term, StringComparer.Ordinal).SelectMany(same => same.Take(MostOfOne)));
    }
}
