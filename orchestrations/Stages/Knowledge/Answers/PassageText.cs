using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;
using HelpDesk.Orchestrations.Stages.Knowledge.Words;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Answers;

/// <summary>A passage as a person reads it in a comment: what to do, without the description of the problem that they know, and without Markdown's marks.</summary>
internal static partial class PassageText
{
    private const int Longest = 1_800;

    // Headings of what the person knows already, folded.
    private static readonly string[] Known =
    [
        "issue", "problem", "symptom", "symptoms", "environment", "applies to", "anliegen", "problemstellung", "symptome", "umgebung", "gilt fur", "problema", "sintomas", "entorno", "se aplica a",
        "probleme", "symptomes", "environnement", "s'applique a", "question", "frage", "pregunta",
    ];

    /// <summary>The text, and whether it goes on in the article.</summary>
    public static (string Text, bool GoesOn) Of(string passage)
    {
        var sections = ArticleParts.SectionsOf(passage).ToList();
        var told = sections.Where(section => !Known.Contains(Terms.Fold(section.Heading).Trim(), StringComparer.Ordinal)).ToList();
        if (told.Count == 0)
            told = sections;
        var text = Plain(string.Join("\n\n", told.Select(section => section.Text))).Trim();
        if (text.Length <= Longest)
            return (text, false);
        var end = text.LastIndexOf('\n', Longest - 1);
        if (end < Longest / 2)
            end = text.LastIndexOf(' ', Longest - 1);
        if (end < Longest / 2)
            end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return (text[..end].TrimEnd(), true);
    }

    private static string Plain(string text)
    {
        text = Link().Replace(text, match => match.Groups["text"].Value == match.Groups["address"].Value ? match.Groups["address"].Value : $"{match.Groups["text"].Value} ({match.Groups["address"].Value})");
        return Emphasis().Replace(Marks().Replace(text, ""), match => match.Groups["text"].Value);
    }

    [GeneratedRegex(@"\[(?<text>[^\]\n]{1,200})\]\((?<address>https?://[^\s)]{1,500})\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*|__|`", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\*(?<text>[^*\s][^*\n]{0,150})\*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Emphasis();
}
