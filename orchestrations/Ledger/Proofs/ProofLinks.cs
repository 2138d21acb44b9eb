using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Ledger.Proofs;

/// <summary>The link to a person's own page, where they prove who they are. It opens the page of one case and proves nothing by itself.</summary>
public sealed class ProofLinks(IOptions<HelpDeskOptions> options, PolicySet policy)
{
    private readonly byte[] _key = Convert.FromBase64String(options.Value.LinkKey);

    /// <summary>True when a plan with these remediations may end on that page.</summary>
    public bool IsFor(IEnumerable<string> remediations) => remediations.Any(policy.Proofs.Remediations.Contains);

    /// <summary>The token for a case.</summary>
    public string TokenFor(CaseId caseId) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"proof|{caseId}")))[..32];

    /// <summary>True when the token is the one for that case; compared in constant time.</summary>
    public bool IsValid(CaseId caseId, string? token) =>
        token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(TokenFor(caseId)), Encoding.UTF8.GetBytes(token));

    /// <summary>The whole link. Opening it changes nothing: mail scanners open links.</summary>
    public Uri LinkFor(CaseId caseId) => options.Value.Page($"proof/{Uri.EscapeDataString(caseId)}?t={TokenFor(caseId)}");

    /// <summary>Digest of a code that only this key can make: of a copied store nobody finds the code.</summary>
    internal string DigestOf(string handOverId, int number, string code) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(FormattableString.Invariant($"voucher|{handOverId}|{number}|{code}"))));
}
