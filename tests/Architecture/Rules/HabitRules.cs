using System.Text.RegularExpressions;

namespace HelpDesk.Architecture.Tests.Rules;

/// <summary>The habits of the design that a text shows.</summary>
public static class HabitRules
{
    private const int LongestFile = 300;

    private static readonly string[] ForbiddenFolders = ["Helpers", "Utils", "Utilities", "Models", "Services"];

    // Types are at the start of a line: namespaces are file-scoped. Nested types are indented.
    private static readonly Regex TopLevelType = new(
        @"^((public|internal|file|sealed|abstract|static|partial|readonly|unsafe|ref)\s+)*(class|record(\s+(struct|class))?|interface|enum|struct|delegate\s+\S+)\s+(?<name>\w+(<[^>]*>)?)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private static readonly Regex RawText = new("\"\"\".*?\"\"\"", RegexOptions.Singleline, TimeSpan.FromSeconds(5));

    // In two parts, so that this file is not found itself.
    private static readonly Regex Unfinished = new("NotImplemented" + "Exception|//\\s*(TODO" + "|FIXME" + "|HACK" + "|XXX)\\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    /// <summary>Product files whose first type has another name than the file. What only that type uses may follow it.</summary>
    public static IEnumerable<string> NamedByFirstType(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Path.EndsWith(".cs", StringComparison.Ordinal) && file.Room != "tests"
        let first = TopLevelType.Matches(RawText.Replace(file.Text, "")).Select(type => type.Groups["name"].Value.Split('<')[0]).FirstOrDefault()
        let name = Path.GetFileNameWithoutExtension(file.Path).Split('{', '.')[0]
        where first is not null && first != name
        select $"{file.Path} begins with {first}.";

    /// <summary>Files of more than 300 lines.</summary>
    public static IEnumerable<string> Length(IEnumerable<SourceFile> files) =>
        from file in files
        let lines = file.Text.Count(unit => unit == '\n')
        where lines > LongestFile
        select $"{file.Path} has {lines} lines.";

    /// <summary>Folders that say nothing about what is in them.</summary>
    public static IEnumerable<string> Folders(IEnumerable<SourceFile> files) =>
        from file in files
        from folder in file.Path.Split('/')[..^1]
        where ForbiddenFolders.Contains(folder, StringComparer.OrdinalIgnoreCase)
        select $"{file.Path} lies in a folder called {folder}.";

    /// <summary>Code that says of itself that it is not finished.</summary>
    public static IEnumerable<string> Finished(IEnumerable<SourceFile> files) =>
        from file in files
        let found = Unfinished.Match(file.Text)
        where found.Success
        select $"{file.Path} says {found.Value}.";
}
