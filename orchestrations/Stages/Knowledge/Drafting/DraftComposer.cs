using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Words;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Drafting;

/// <summary>
/// Composes an article in KCS form of what a solved case has on record: issue in the requester's words, environment, resolution, cause where it was named.
/// Nothing is made up: without steps that were read back or notes of the person who solved it there is nothing to write. What a runbook solved is named by
/// its kind: no one has read the ticket, so none of its sentences is in the article.
/// </summary>
public static partial class DraftComposer
{
    private const int LongestTitle = 100;
    private const int MostIssue = 4;
    private const int MostSteps = 15;
    private const int MostThings = 4;

    // Less says "done", not how.
    private const int LeastWords = 4;
    private const int LeastLetters = 20;

    /// <summary>The article; null when there is nothing to write.</summary>
    public static DraftContent? Compose(SolvedCase solved, SubjectLexicon lexicon)
    {
        var (resolution, cause) = ResolutionOf(solved);
        if (resolution.Count == 0)
            return null;
        var language = solved.Language;
        var issue = solved.Steps.Count > 0 ? [] : CleanText.SentencesOf(solved.Text, solved.Names).Take(MostIssue).ToList();
        var things = DraftKind.WordsOf(solved.Question, lexicon, MostThings).Where(word => CleanText.IsClean(word, solved.Names)).ToList();
        if (solved.Intent == Domain.Intents.IntentCatalogue.Unknown && things.Count == 0)
            return null;
        var title = TitleOf(solved, things);
        var sections = new List<DraftSection>
        {
            new(DraftTexts.Issue.In(language), issue.Count > 0 ? issue : [title], IsList: false),
            new(DraftTexts.Environment.In(language), [things.Count > 0 ? $"{solved.IntentTitle}: {string.Join(", ", things)}" : solved.IntentTitle], IsList: false),
            new(DraftTexts.Resolution.In(language), resolution, IsList: resolution.Count > 1),
        };
        if (cause.Count > 0)
            sections.Add(new DraftSection(DraftTexts.Cause.In(language), cause, IsList: false));
        string[] tags = [TagOf(solved.Intent), .. DraftKind.Of(solved, lexicon).Things.Select(TagOf), "from-tickets"];
        return new DraftContent(title, language, sections, [.. tags.Where(static tag => tag.Length > 0).Distinct(StringComparer.Ordinal)]);
    }

    private static (IReadOnlyList<string> Resolution, IReadOnlyList<string> Cause) ResolutionOf(SolvedCase solved)
    {
        if (solved.Steps.Count > 0)
            return ([.. solved.Steps.Select(static step => step.Text).Distinct(StringComparer.Ordinal).Take(MostSteps)], []);
        var (resolution, cause) = (new List<string>(), new List<string>());
        foreach (var sentence in CleanText.SentencesOf(solved.Notes, solved.Names))
        {
            var named = CauseLabel().Match(sentence);
            (named.Success ? cause : resolution).Add(named.Success ? named.Groups["cause"].Value.Trim() : ResolutionLabel().Replace(sentence, ""));
        }

        var text = string.Join(' ', resolution);
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= LeastWords && text.Count(char.IsLetter) >= LeastLetters ? ([.. resolution.Take(MostSteps)], cause) : ([], []);
    }

    // The requester's own words name an issue best.
    private static string TitleOf(SolvedCase solved, List<string> things) =>
        solved.Steps.Count == 0 && solved.Title.Trim() is { Length: > 5 and <= LongestTitle } own && own.Contains(' ', StringComparison.Ordinal) && CleanText.IsClean(own, solved.Names) ? own
        : things.Count > 0 ? $"{solved.IntentTitle}: {string.Join(", ", things.Take(2))}" : solved.IntentTitle;

    private static string TagOf(string name) => new([.. name.ToLowerInvariant().Select(static letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]);

    [GeneratedRegex(@"^(root cause|cause|reason|ursache|grund|causa( raíz)?|motivo|cause racine|raison)\s{0,2}[:=–-]\s{0,3}(?<cause>.{4,})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CauseLabel();

    [GeneratedRegex(@"^(resolution|solution|fix|lösung|solución|résolution)\s{0,2}[:=]\s{0,3}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ResolutionLabel();
}
