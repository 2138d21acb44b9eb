using System.Text;
using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Knowledge;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Answers;

/// <summary>
/// Checks what a model proposes against the passages that it was given: every step cites one, every quote is there word for word, and no link,
/// mailbox or number is in the answer that its quotes do not have. What fails is not shown; there is no half an answer.
/// </summary>
public static partial class AnswerCheck
{
    private const int MostSteps = 12;
    private const int LongestStep = 600;
    private const int ShortestQuote = 12;
    private const double SharedWords = 0.3;

    /// <summary>Why the answer may not be used; null when it may.</summary>
    /// <param name="answer">What the model proposes.</param>
    /// <param name="offered">What it was given.</param>
    /// <param name="language">Language that was asked for.</param>
    /// <param name="passageLanguage">Language of the passages; null when they differ.</param>
    public static string? Fault(ProposedAnswer answer, IReadOnlyList<OfferedPassage> offered, string language, string? passageLanguage)
    {
        if (!answer.IsAnswerable)
            return "the model says that the passages do not answer it";
        if (answer.Steps.Count is 0 or > MostSteps)
            return "it has no steps, or too many";
        foreach (var step in answer.Steps)
        {
            if (string.IsNullOrWhiteSpace(step.Text) || step.Text.Length > LongestStep || step.Text.Any(char.IsSurrogate) || step.Text.Any(letter => char.IsControl(letter) && letter != '\n'))
                return "a step is empty, too long or no text";
            if (step.Citations.Count == 0)
                return "a step cites nothing";
            var quotes = new StringBuilder();
            foreach (var citation in step.Citations)
            {
                if (offered.FirstOrDefault(passage => passage.Id == citation.PassageId) is not { } passage)
                    return "it cites a passage that was not offered";
                var quote = Folded(citation.Quote);
                if (quote.Length < ShortestQuote || !Folded(passage.Text).Contains(quote, StringComparison.Ordinal))
                    return "a quote is not in its passage";
                quotes.Append(quote).Append('\n');
            }

            if (Exact().Matches(step.Text).Select(match => match.Value.TrimEnd('.', ',')).FirstOrDefault(value => !quotes.ToString().Contains(value, StringComparison.OrdinalIgnoreCase)) is not null)
                return "it names a link, an address or a number that its quotes do not have";
            // In the language of the passage a step must share words with its quote; in another it cannot.
            if (language == passageLanguage && Shared(step.Text, quotes.ToString()) < SharedWords)
                return "a step says something else than its quote";
        }

        return null;
    }

    private static double Shared(string text, string quotes)
    {
        var words = Words.Terms.WordsOf(text).Where(word => !Words.StopWords.Are(word)).Select(Words.Terms.StemOf).ToHashSet(StringComparer.Ordinal);
        var quoted = Words.Terms.WordsOf(quotes).Select(Words.Terms.StemOf).ToHashSet(StringComparer.Ordinal);
        return words.Count == 0 ? 1 : words.Count(quoted.Contains) / (double)words.Count;
    }

    private static string Folded(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[a-z][a-z0-9+.\-]*://[^\s)>\]]+|www\.[^\s)>\]]+|[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+|\\\\[^\s]+|[0-9][0-9./:\-]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Exact();
}
