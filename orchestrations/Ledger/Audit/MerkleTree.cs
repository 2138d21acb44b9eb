using System.Security.Cryptography;
using System.Text;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>The Merkle tree hash of RFC 6962, section 2.1: leaves and nodes are hashed with different first bytes.</summary>
internal static class MerkleTree
{
    /// <summary>The root over texts in their order, lower-case hex; of none: the hash of nothing.</summary>
    public static string Root(IEnumerable<string> leaves)
    {
        var level = leaves.Select(leaf => SHA256.HashData([0, .. Encoding.UTF8.GetBytes(leaf)])).ToList();
        if (level.Count == 0)
            return Convert.ToHexStringLower(SHA256.HashData([]));
        // Pairing from the left and carrying a lone last node up gives the RFC's tree, which splits at the largest power of two.
        while (level.Count > 1)
            level = [.. level.Chunk(2).Select(static pair => pair.Length == 2 ? SHA256.HashData([1, .. pair[0], .. pair[1]]) : pair[0])];
        return Convert.ToHexStringLower(level[0]);
    }
}
