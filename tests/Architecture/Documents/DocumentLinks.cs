using System.Text.RegularExpressions;

namespace HelpDesk.Architecture.Tests.Documents;

/// <summary>Relative links of Markdown files that lead nowhere. Decisions are read too: their text is history, their links are not.</summary>
public static partial class DocumentLinks
{
    /// <summary>Each broken link with its file and line.</summary>
    /// <param name="files">The Markdown files.</param>
    /// <param name="exists">Whether a path of the repository exists, as file or folder.</param>
    public static IEnumerable<string> Broken(IEnumerable<SourceFile> files, Func<string, bool> exists) =>
        from file in files
        from line in Fence().Replace(file.Text, found => new string('\n', found.Value.Count(sign => sign == '\n'))).Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        from link in Link().Matches(line.Text)
        let target = link.Groups["target"].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
        where !exists(Resolved(file.Path, target))
        select $"{file.Path}:{line.Number}: there is no {target}.";

    /// <summary>All Markdown files of the repository.</summary>
    public static IReadOnlyList<SourceFile> Files() =>
    [
        .. from file in Directory.EnumerateFiles(Repository.Folder, "*.md")
               .Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories))
               .Concat(Directory.EnumerateFiles(Repository.PathOf("infra-bicep"), "*.md", SearchOption.AllDirectories))
           select new SourceFile(Path.GetRelativePath(Repository.Folder, file).Replace('\\', '/'), File.ReadAllText(file)),
    ];

    private static string Resolved(string from, string target) =>
        Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", Path.GetDirectoryName(from) ?? "", target))).Replace('\\', '/');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^ *```.*?^ *```", RegexOptions.Singleline | RegexOptions.Multiline, 5000)]
    private static partial Regex Fence();
}
