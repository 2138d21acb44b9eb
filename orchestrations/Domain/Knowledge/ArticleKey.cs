using System.Security.Cryptography;
using System.Text;

namespace HelpDesk.Orchestrations.Domain.Knowledge;

/// <summary>The key of an article in records and in the index: whatever a source names it, its key is short and plain.</summary>
public static class ArticleKey
{
    private const int Length = 32;

    /// <summary>The key of an article of a source.</summary>
    public static string Of(string sourceId, string articleId) =>
        $"{sourceId}|{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(articleId)))[..Length]}";

    /// <summary>The source that a key belongs to.</summary>
    public static string SourceOf(string key) => key[..key.IndexOf('|', StringComparison.Ordinal)];
}
