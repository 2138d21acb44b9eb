using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.MarkdownFolder;

/// <summary>
/// A folder of Markdown files, one article each. A file that is no whole article is named and not used; a link that leads out of the folder is
/// not followed. What did not change since the last call is not read again.
/// </summary>
internal sealed class MarkdownFolderSource(IOptions<MarkdownFolderOptions> options, IOptions<HelpDeskOptions> pages) : IKnowledgeSource
{
    /// <summary>Name of the source.</summary>
    public const string SourceId = "folder";

    private const int MostFiles = 20_000;
    private const int LargestFile = 4 * 1024 * 1024;
    private const int MostProblems = 50;

    private readonly Dictionary<string, ReadFile> _files = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private string? _place;

    /// <inheritdoc />
    public string Id => SourceId;

    /// <inheritdoc />
    public string DisplayName => options.Value.IsStarter ? "Starter articles" : "Folder of articles";

    /// <inheritdoc />
    public Task<KnowledgeChanges> ReadAsync(string? from, CancellationToken cancellation)
    {
        lock (_lock)
        {
            // Only what changed is kept in memory, and only for this call: the texts are in the record store.
            var articles = new Dictionary<string, KnowledgeArticle>(StringComparer.Ordinal);
            var isNext = from is not null && from == _place;
            var folder = Path.GetFullPath(options.Value.Folder);
            var paths = Paths(folder);
            foreach (var gone in _files.Keys.Except(paths, StringComparer.Ordinal).ToList())
                _files.Remove(gone);
            foreach (var path in paths)
            {
                cancellation.ThrowIfCancellationRequested();
                var file = new FileInfo(path);
                if (isNext && _files.TryGetValue(path, out var known) && known.Length == file.Length && known.WrittenAt == file.LastWriteTimeUtc)
                    continue;
                var (read, article) = Read(folder, file);
                _files[path] = read;
                if (article is not null)
                    articles[path] = article;
            }

            return Task.FromResult(Changes(articles));
        }
    }

    /// <inheritdoc />
    public Task<bool> MayReadAsync(string articleId, KnowledgeReader reader, CancellationToken cancellation) => Task.FromResult(false);

    private KnowledgeChanges Changes(Dictionary<string, KnowledgeArticle> changed)
    {
        var problems = _files.Values.Select(file => file.Problem).OfType<string>().Order(StringComparer.Ordinal).ToList();
        var articles = new List<KnowledgeArticle>();
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var same in _files.Where(file => file.Value.ArticleId is not null).GroupBy(file => file.Value.ArticleId!, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal))
        {
            // Which of two is meant cannot be known: neither is used.
            if (same.Count() > 1)
            {
                problems.Add($"{string.Join(" and ", same.Select(file => file.Value.Name).Order(StringComparer.Ordinal))}: both have the id '{same.Key}'. Neither is used.");
                continue;
            }

            all.Add(same.Key);
            if (changed.TryGetValue(same.Single().Key, out var article))
                articles.Add(article);
        }

        var listing = string.Join('\n', _files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Key}|{file.Value.Length}|{file.Value.WrittenAt.Ticks}")));
        _place = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(listing)));
        return new KnowledgeChanges(articles, [], _place, all, HasMore: false) { Problems = [.. problems.Take(MostProblems)] };
    }

    private static HashSet<string> Paths(string folder)
    {
        try
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            // Links are not followed: what they lead to was not put into this folder.
            var how = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false, MaxRecursionDepth = 16 };
            foreach (var path in Directory.EnumerateFiles(folder, "*.md", how))
            {
                if (Path.GetFileName(path).Equals("README.md", StringComparison.OrdinalIgnoreCase))
                    continue;
                found.Add(path);
                if (found.Count > MostFiles)
                    throw new VendorException(SourceId, "too-many", $"The folder of Knowledge:Folder holds more than {MostFiles} files. Split it, or use a wiki.", isRetryable: false);
            }

            return found;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new VendorException(SourceId, "unreachable", "The folder of Knowledge:Folder cannot be read. Let the account of the app read it and all folders in it.", isRetryable: true, inner: fault);
        }
    }

    private (ReadFile File, KnowledgeArticle? Article) Read(string folder, FileInfo file)
    {
        var name = Path.GetRelativePath(folder, file.FullName).Replace('\\', '/');
        var read = new ReadFile(name, file.Length, file.LastWriteTimeUtc, null, null);
        try
        {
            if (file.Length > LargestFile)
                return (read with { Problem = $"{name}: the file is larger than {LargestFile / 1024 / 1024} MB. Split it." }, null);
            var bytes = File.ReadAllBytes(file.FullName);
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
            var (head, body, fault) = FrontMatter.Read(name, text);
            return head is null ? (read with { Problem = fault }, null) : Article(read, head, body, Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]);
        }
        catch (DecoderFallbackException)
        {
            return (read with { Problem = $"{name}: the file is not valid UTF-8. Save it as UTF-8." }, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (read with { Problem = $"{name}: the file cannot be read. Let the account of the app read it." }, null);
        }
    }

    private (ReadFile File, KnowledgeArticle? Article) Article(ReadFile read, FrontMatter head, string body, string version)
    {
        var (text, hadHidden) = ShownMarkdown.Of(body);
        var (title, hadHiddenTitle) = ShownMarkdown.Of(head.Title);
        if (text.Length == 0 || title.Length == 0)
            return (read with { Problem = $"{read.Name}: the article has no text." }, null);
        var warnings = new List<string>();
        if (hadHidden || hadHiddenTitle)
            warnings.Add(ShownMarkdown.HiddenTextWarning);
        if (text.Length > KnowledgeArticle.LongestText)
        {
            var end = text.LastIndexOf('\n', KnowledgeArticle.LongestText - 1);
            text = text[..(end > 0 ? end : KnowledgeArticle.LongestText)];
            warnings.Add($"The article was cut after {KnowledgeArticle.LongestText:N0} characters. Split it.");
        }

        return (
            read with { ArticleId = head.Id },
            new KnowledgeArticle(SourceId, head.Id, version, title.Replace('\n', ' '), head.Language, text, head.Updated, Link(read.Name, head.Id))
            {
                Number = head.Id,
                Tags = head.Tags,
                Audience = head.Audience == FrontMatter.All ? KnowledgeAudience.Everyone : KnowledgeAudience.Staff,
                ValidUntil = head.ValidUntil,
                Owner = head.Owner,
                TranslationOf = head.TranslationOf,
                IsStarter = head.IsStarter || options.Value.IsStarter,
                Warnings = warnings,
            });
    }

    private Uri Link(string name, string id) => options.Value.FolderLink is { } link
        ? new Uri($"{link.TrimEnd('/')}/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}")
        : pages.Value.Page($"/knowledge/article?key={Uri.EscapeDataString(ArticleKey.Of(SourceId, id))}");

    private sealed record ReadFile(string Name, long Length, DateTime WrittenAt, string? ArticleId, string? Problem);
}
