using System.Globalization;
using System.Text;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Adapters.MarkdownFolder;

/// <summary>
/// The head of a file: <c>id</c>, <c>title</c>, <c>language</c>, <c>audience</c> and <c>updated</c> are required; <c>tags</c>,
/// <c>valid_until</c>, <c>owner</c>, <c>translation_of</c> and <c>starter</c> are not. A date is the last day on which an article is valid.
/// </summary>
internal sealed record FrontMatter(string Id, string Title, string Language, string Audience, DateTimeOffset Updated)
{
    /// <summary>Audience of all employees.</summary>
    public const string All = "all";

    /// <summary>Audience of the service desk.</summary>
    public const string Staff = "it-staff";

    private const string Fence = "---";
    private const int LongestId = 100;
    private const int LongestTitle = 300;

    private static readonly string[] Known = ["id", "title", "language", "tags", "audience", "valid_until", "updated", "owner", "source_system", "translation_of", "starter"];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public DateTimeOffset? ValidUntil { get; init; }

    public string Owner { get; init; } = "";

    public string? TranslationOf { get; init; }

    public bool IsStarter { get; init; }

    /// <summary>Reads the head and gives the text after it.</summary>
    /// <param name="name">The file, for messages.</param>
    /// <param name="text">All of it.</param>
    /// <returns>The head and the body; or, without a head, what is wrong.</returns>
    public static (FrontMatter? Head, string Body, string? Fault) Read(string name, string text)
    {
        text = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (!text.StartsWith(Fence + "\n", StringComparison.Ordinal))
            return (null, "", $"{name}: the file does not begin with '---' and its head (id, title, language, audience, updated).");
        var end = text.IndexOf("\n" + Fence + "\n", Fence.Length, StringComparison.Ordinal);
        if (end < 0)
            return (null, "", $"{name}: the head has no end; write '---' after it.");
        var report = new ConfigurationReport();
        var map = StrictYaml.Read(new ConfigurationFile(name, Encoding.UTF8.GetBytes(text[(Fence.Length + 1)..end])), report);
        if (map is null || !report.IsClean)
            return (null, "", report.Faults.Count > 0 ? $"{name}: {report.Faults[0].What}" : $"{name}: the head is empty.");
        var (head, fault) = Of(name, map);
        return (head, text[(end + Fence.Length + 2)..], fault);
    }

    private static (FrontMatter?, string?) Of(string name, YamlMap map)
    {
        if (map.Entries.FirstOrDefault(entry => !Known.Contains(entry.Key.Value, StringComparer.Ordinal)).Key is { } unknown)
            return (null, $"{name}: '{unknown.Value}' is not known; the head has {string.Join(", ", Known)}.");
        string[] required = ["id", "title", "language", "audience", "updated"];
        if (required.FirstOrDefault(key => Text(map, key).Length == 0) is { } missing)
            return (null, $"{name}: '{missing}' is missing.");
        var (id, title, language, audience) = (Text(map, "id"), Text(map, "title"), Text(map, "language"), Text(map, "audience"));
        if (id.Length > LongestId || title.Length > LongestTitle)
            return (null, $"{name}: 'id' has at most {LongestId} characters and 'title' at most {LongestTitle}.");
        if (language.Length != 2 || !language.All(char.IsAsciiLetterLower))
            return (null, $"{name}: 'language' is not two lower-case letters.");
        if (audience is not (All or Staff))
            return (null, $"{name}: 'audience' is neither '{All}' nor '{Staff}'.");
        if (Date(map, "updated") is not { } updated)
            return (null, $"{name}: 'updated' is not a date such as 2026-05-31.");
        var until = Date(map, "valid_until");
        if (until is null && Text(map, "valid_until").Length > 0)
            return (null, $"{name}: 'valid_until' is not a date such as 2026-05-31.");
        if (Text(map, "starter") is not ("" or "yes" or "no"))
            return (null, $"{name}: 'starter' is neither 'yes' nor 'no'.");
        return (new FrontMatter(id, title, language, audience, updated)
        {
            Tags = map.Find("tags") is YamlList tags ? [.. tags.Items.OfType<YamlText>().Select(tag => tag.Value.Trim().ToLowerInvariant()).Where(tag => tag.Length > 0)] : [],
            // The day itself is still valid.
            ValidUntil = until?.AddDays(1),
            Owner = Text(map, "owner"),
            TranslationOf = Text(map, "translation_of") is { Length: > 0 } original ? original : null,
            IsStarter = Text(map, "starter") == "yes",
        }, null);
    }

    private static string Text(YamlMap map, string key) => map.Find(key) is YamlText text ? text.Value.Trim() : "";

    private static DateTimeOffset? Date(YamlMap map, string key) =>
        DateOnly.TryParseExact(Text(map, key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            : null;
}
