using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Stages.Knowledge.Words;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Drafting;

/// <summary>What makes two solved tickets the same for an article: the intent, what it is about and what helped. Other words for the same give the same kind.</summary>
/// <param name="Intent">Intent id.</param>
/// <param name="Things">What it is about, in order, at most 2.</param>
/// <param name="Helped">What helped, in order, at most 4.</param>
public sealed record DraftKind(string Intent, IReadOnlyList<string> Things, IReadOnlyList<string> Helped)
{
    private const int MostThings = 2;
    private const int MostHelped = 4;
    private const double SameShare = 0.5;

    /// <summary>Its key: 32 hexadecimal digits.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Intent}|{string.Join(',', Things)}|{string.Join(',', Helped)}")))[..32];

    /// <summary>The kind of a case.</summary>
    public static DraftKind Of(SolvedCase solved, SubjectLexicon lexicon) => new(
        solved.Intent,
        // The title says best what it is about; the text adds what the title does not say.
        [.. SubjectsOf(solved.Question, lexicon, static kind => kind == SubjectKind.Thing).Take(MostThings).Order(StringComparer.Ordinal)],
        [.. solved.Steps.Count > 0
            ? solved.Steps.Select(static step => step.Remediation).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            : SubjectsOf(solved.Notes, lexicon, static kind => kind is SubjectKind.Thing or SubjectKind.Matter).Take(MostHelped).Order(StringComparer.Ordinal)]);

    /// <summary>True for a kind that is about the same and for which about the same helped. An intent that was not understood says nothing against it.</summary>
    public bool IsLike(string intent, IReadOnlyList<string> things, IReadOnlyList<string> helped)
    {
        var isSameIntent = intent == Intent || (things.Count > 0 && (intent == IntentCatalogue.Unknown || Intent == IntentCatalogue.Unknown));
        if (!isSameIntent || !things.SequenceEqual(Things, StringComparer.Ordinal))
            return false;
        var all = Helped.Union(helped, StringComparer.Ordinal).Count();
        return all == 0 || Helped.Intersect(helped, StringComparer.Ordinal).Count() >= SameShare * all;
    }

    /// <summary>The words of a text that name subjects, as they are in it, each subject once.</summary>
    public static IReadOnlyList<string> WordsOf(string text, SubjectLexicon lexicon, int most)
    {
        var words = Terms.WordsOf(text);
        return [.. lexicon.Find(words).Where(static found => found.Subject.Kind == SubjectKind.Thing).OrderBy(static found => found.At).ThenByDescending(static found => found.Length)
            .DistinctBy(static found => found.Subject.Name, StringComparer.Ordinal).DistinctBy(static found => found.At)
            .Select(found => string.Join(' ', words.Skip(found.At).Take(found.Length))).Distinct(StringComparer.Ordinal).Take(most)];
    }

    private static IEnumerable<string> SubjectsOf(string text, SubjectLexicon lexicon, Func<SubjectKind, bool> isWanted) =>
        lexicon.Find(Terms.WordsOf(text)).Where(found => isWanted(found.Subject.Kind)).OrderBy(static found => found.At).Select(static found => found.Subject.Name).Distinct(StringComparer.Ordinal);
}
