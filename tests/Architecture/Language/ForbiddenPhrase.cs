using System.Text.RegularExpressions;

namespace HelpDesk.Architecture.Tests.Language;

/// <summary>A phrase that our English does not use.</summary>
/// <param name="Phrase">Matches it.</param>
/// <param name="Instead">What to write.</param>
/// <param name="Unless">Matches the uses that are right; null when there is none.</param>
/// <param name="NotIn">Folders in which the phrase is right.</param>
public sealed partial record ForbiddenPhrase(Regex Phrase, string Instead, Regex? Unless, IReadOnlyList<string> NotIn)
{
    /// <summary>The rules of forbidden.txt.</summary>
    public static IReadOnlyList<ForbiddenPhrase> Read(string text) =>
    [
        .. from line in text.Split('\n')
           where line.Trim().Length > 0 && !line.StartsWith('#')
           select Parse(line),
    ];

    /// <summary>What of a line breaks the rule.</summary>
    public IEnumerable<string> FoundIn(string path, string line)
    {
        if (NotIn.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)))
            return [];
        var read = Unless?.Replace(line, found => new string('_', found.Length)) ?? line;
        return Phrase.Matches(read).Select(found => found.Value);
    }

    private static ForbiddenPhrase Parse(string line)
    {
        var rule = Line().Match(line.Trim());
        if (!rule.Success)
            throw new FormatException($"forbidden.txt: '{line}' is not 'phrase => write instead'.");
        return new ForbiddenPhrase(
            Words(rule.Groups["phrase"].Value),
            rule.Groups["instead"].Value.Trim(),
            rule.Groups["unless"].Success ? Words(rule.Groups["unless"].Value) : null,
            rule.Groups["where"].Success ? rule.Groups["where"].Value.Split(',', StringSplitOptions.TrimEntries) : []);
    }

    // No boundary after a phrase that ends with punctuation.
    private static Regex Words(string pattern) =>
        new($@"(?<!\w)(?:{pattern.Trim()})(?!\w)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    [GeneratedRegex(@"^(?<phrase>.+?) => (?<instead>.+?)( \[ unless: (?<unless>.+?) \])?( \[ not in: (?<where>.+?) \])?$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Line();
}
