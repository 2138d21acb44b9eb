using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>
/// The heads a checkpoint vouches for, as far as they changed since the one before: pages of <c>{"leaves":[head,...]}</c>. All pages
/// of all checkpoints laid over each other give all heads.
/// </summary>
internal static class AuditLeaves
{
    /// <summary>Heads of one page; chosen so that a page stays below a record's 900 KiB with the longest case ids.</summary>
    public const int PageSize = 1_000;

    public static IEnumerable<string> WritePages(IEnumerable<AuditHead> heads) =>
        heads.Chunk(PageSize).Select(static page => $$"""{"leaves":[{{string.Join(',', page.Select(head => head.Canonical()))}}]}""");

    public static bool TryReadPage(string text, [NotNullWhen(true)] out IReadOnlyList<AuditHead>? heads)
    {
        heads = null;
        try
        {
            using var document = JsonDocument.Parse(text);
            var found = new List<AuditHead>();
            foreach (var leaf in document.RootElement.GetProperty("leaves").EnumerateArray())
            {
                if (!AuditHead.TryRead(leaf.GetRawText(), out var head))
                    return false;
                found.Add(head);
            }

            heads = found;
            return true;
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The root over all heads, in ordinal order of the case ids.</summary>
    public static string Root(IReadOnlyDictionary<string, AuditHead> heads) =>
        MerkleTree.Root(heads.OrderBy(head => head.Key, StringComparer.Ordinal).Select(head => head.Value.Canonical()));
}

/// <summary>The Merkle tree hash of RFC 6962, section 2.1: leaves and nodes are hashed with different first bytes.</summary>
internal static class MerkleTree
{
    /// <summary>The root over texts in their order, lower-case hex; of none: the hash of nothing.</summary>
    public static string Root(IEnumerable<string> leaves)
    {
        var level = leaves.Select(Leaf).ToList();
        if (level.Count == 0)
            return Convert.ToHexStringLower(SHA256.HashData([]));
        // Pairing from the left and carrying a lone last node up gives the RFC's tree, which splits at the largest power of two.
        while (level.Count > 1)
            level = [.. level.Chunk(2).Select(static pair => pair.Length == 2 ? Node(pair[0], pair[1]) : pair[0])];
        return Convert.ToHexStringLower(level[0]);
    }

    /// <summary>The hashes beside a leaf, from the leaf up: with them and the leaf, anybody can compute the root.</summary>
    public static IReadOnlyList<string> PathOf(IEnumerable<string> leaves, int index)
    {
        var level = leaves.Select(Leaf).ToList();
        var path = new List<string>();
        for (var at = index; level.Count > 1; at /= 2)
        {
            if ((at ^ 1) < level.Count)
                path.Add(Convert.ToHexStringLower(level[at ^ 1]));
            level = [.. level.Chunk(2).Select(static pair => pair.Length == 2 ? Node(pair[0], pair[1]) : pair[0])];
        }

        return path;
    }

    /// <summary>The root that a leaf and its path give in a tree of so many leaves; null when the path does not belong to such a tree.</summary>
    public static string? RootOf(string leaf, long index, long leaves, IReadOnlyList<string> path)
    {
        var hash = Leaf(leaf);
        var used = 0;
        for (var (at, count) = (index, leaves); count > 1; (at, count) = (at / 2, (count + 1) / 2))
        {
            if ((at ^ 1) >= count)
                continue;
            if (used == path.Count || path[used].Length != 64 || !path[used].All(char.IsAsciiHexDigitLower))
                return null;
            var beside = Convert.FromHexString(path[used++]);
            hash = at % 2 == 0 ? Node(hash, beside) : Node(beside, hash);
        }

        return used == path.Count ? Convert.ToHexStringLower(hash) : null;
    }

    private static byte[] Leaf(string text) => SHA256.HashData([0, .. Encoding.UTF8.GetBytes(text)]);

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
