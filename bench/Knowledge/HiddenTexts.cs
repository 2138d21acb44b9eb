using System.Text.RegularExpressions;

namespace HelpDesk.Bench.Knowledge;

/// <summary>What articles hide from their readers: the middles of comments and of white text, as they are in the files.</summary>
internal static partial class HiddenTexts
{
    private const int Length = 25;

    /// <summary>A piece of each.</summary>
    public static IReadOnlyList<string> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).SelectMany(file => Hidden().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["text"].Value.Trim()).Where(text => text.Length > Length).Select(text => text.Substring((text.Length - Length) / 2, Length)),
    ];

    [GeneratedRegex("<!--(?<text>[^>]*)-->|style=\"[^\"]*color: *#fff[^>]*>(?<text>[^<]*)<", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();
}
