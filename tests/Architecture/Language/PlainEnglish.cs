namespace HelpDesk.Architecture.Tests.Language;

/// <summary>Reads all English that a person sees against the forbidden phrases.</summary>
public static class PlainEnglish
{
    private static readonly string[] Rooms = ["orchestrations", "adapters", "web", "functions", "local", "simulator", "bench"];
    private static readonly string[] Folders = ["docs", "intents", "runbooks", "policy", "infra-bicep", ".github"];

    // words.yaml holds what requesters write.
    private static readonly string[] NotRead = ["intents/words.yaml"];

    /// <summary>Every use of a forbidden phrase.</summary>
    public static IReadOnlyList<Use> Read(IEnumerable<SourceFile> files, IReadOnlyList<ForbiddenPhrase> phrases) =>
    [
        .. from file in files
           from line in EnglishText.Of(file.Path, file.Text).Select((text, index) => (Text: text, Number: index + 1))
           where !string.IsNullOrWhiteSpace(line.Text)
           from phrase in phrases
           from found in phrase.FoundIn(file.Path, line.Text)
           select new Use(file.Path, line.Number, found, phrase.Instead),
    ];

    /// <summary>Everything of the repository that a person reads.</summary>
    public static IReadOnlyList<SourceFile> Files() =>
    [
        .. Repository.Files.Where(file => Rooms.Contains(file.Room) && !file.Path.EndsWith(".csproj", StringComparison.Ordinal)),
        .. Directory.EnumerateFiles(Repository.Folder, "*.md").Concat(Folders.SelectMany(Below)).Select(Load).OfType<SourceFile>(),
    ];

    private static IEnumerable<string> Below(string folder) =>
        Directory.Exists(Repository.PathOf(folder)) ? Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories) : [];

    private static SourceFile? Load(string file)
    {
        var path = Path.GetRelativePath(Repository.Folder, file).Replace('\\', '/');
        return Path.GetExtension(path) is ".md" or ".yaml" or ".yml" or ".bicep" or ".sh" && !NotRead.Any(path.StartsWith)
            ? new SourceFile(path, File.ReadAllText(file)) : null;
    }

    /// <summary>One use.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Line">From 1.</param>
    /// <param name="Phrase">As written.</param>
    /// <param name="Instead">What to write.</param>
    public sealed record Use(string Path, int Line, string Phrase, string Instead)
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Path}:{Line}: '{Phrase}': write {Instead}.";
    }
}
