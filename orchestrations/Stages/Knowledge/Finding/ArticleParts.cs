using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Knowledge;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Finding;

/// <summary>
/// Takes an article apart into passages that a person can read at once: along its headings, and at the ends of paragraphs where a section is
/// long. A short article is one passage.
/// </summary>
public static partial class ArticleParts
{
    /// <summary>Longest passage, in characters: about one screen of a laptop.</summary>
    public const int Longest = 2_800;

    private const int LeadLength = 400;

    /// <summary>The passages, in order; at least one.</summary>
    public static IReadOnlyList<ArticlePart> Of(KnowledgeArticle article)
    {
        var sections = SectionsOf(article.Text);
        var lead = LeadOf(sections, article.Text);
        var parts = new List<ArticlePart>();
        var headings = new List<string>();
        var text = new System.Text.StringBuilder();
        foreach (var section in sections.SelectMany(Cut))
        {
            if (text.Length > 0 && text.Length + section.Text.Length > Longest)
                End();
            if (section.Heading.Length > 0)
                headings.Add(section.Heading);
            text.Append(section.Heading.Length > 0 ? $"## {section.Heading}\n" : "").Append(section.Text).Append("\n\n");
        }

        End();
        return parts;

        void End()
        {
            parts.Add(new ArticlePart(parts.Count, lead, string.Join(" ", headings), text.ToString().Trim()));
            headings.Clear();
            text.Clear();
        }
    }

    /// <summary>The sections of a text with their headings; the part before the first heading has an empty one.</summary>
    public static IReadOnlyList<(string Heading, string Text)> SectionsOf(string text)
    {
        var sections = new List<(string, string)>();
        var heading = "";
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (Heading().Match(line) is { Success: true } match)
            {
                End();
                heading = match.Groups["title"].Value.Trim();
            }
            else
            {
                lines.Add(line);
            }
        }

        End();
        return sections;

        void End()
        {
            var body = string.Join('\n', lines).Trim();
            if (body.Length > 0)
                sections.Add((heading, body));
            lines.Clear();
        }
    }

    private static string LeadOf(IReadOnlyList<(string Heading, string Text)> sections, string text)
    {
        var first = sections.Count > 0 ? sections[0].Text : text;
        return first.Length <= LeadLength ? first : first[..LeadLength];
    }

    private static IEnumerable<(string Heading, string Text)> Cut((string Heading, string Text) section)
    {
        var (heading, text) = section;
        while (text.Length > Longest)
        {
            var end = text.LastIndexOf('\n', Longest - 1, Longest / 2);
            if (end < 0)
                end = text.LastIndexOf(' ', Longest - 1, Longest / 2);
            if (end < 0)
                end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
            yield return (heading, text[..end]);
            text = text[end..].TrimStart();
        }

        yield return (heading, text);
    }

    [GeneratedRegex("^ {0,3}#{1,6} +(?<title>.*?)#* *$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();
}

/// <summary>One passage of an article.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Lead">What the article says it is about.</param>
/// <param name="Headings">Headings of its sections.</param>
/// <param name="Text">The passage, Markdown.</param>
public sealed record ArticlePart(int Number, string Lead, string Headings, string Text);
