using System.Security.Cryptography;
using System.Text;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>SHA-256 as the audit log writes it: lower-case hex over UTF-8.</summary>
internal static class AuditHash
{
    /// <summary>What comes before the first entry of a chain and the first checkpoint: 64 zeros.</summary>
    public static readonly string None = new('0', 64);

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
