using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>The link in a ticket comment by which a requester reaches a person without signing in; good for one case only.</summary>
public sealed class PersonLinks(IOptions<HelpDeskOptions> options)
{
    private readonly byte[] _key = Convert.FromBase64String(options.Value.LinkKey);

    /// <summary>The token for a case.</summary>
    public string TokenFor(string caseId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"person|{caseId}")))[..32];

    /// <summary>True when the token is the one for that case; compared in constant time.</summary>
    public bool IsValid(string caseId, string? token) =>
        token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(TokenFor(caseId)), Encoding.UTF8.GetBytes(token));

    /// <summary>The token by which "this was not me" is said of a case, and nothing else.</summary>
    public string NotMeTokenFor(string caseId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"not-me|{caseId}")))[..32];

    /// <summary>True when the token is that one; compared in constant time.</summary>
    public bool IsNotMeValid(string caseId, string? token) =>
        token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(NotMeTokenFor(caseId)), Encoding.UTF8.GetBytes(token));

    /// <summary>The whole link to say "this was not me". Opening it does nothing.</summary>
    public Uri NotMeLinkFor(string caseId) => options.Value.Page($"not-me/{Uri.EscapeDataString(caseId)}?t={NotMeTokenFor(caseId)}");

    /// <summary>The whole link.</summary>
    public Uri LinkFor(string caseId) => options.Value.Page($"person/{Uri.EscapeDataString(caseId)}?t={TokenFor(caseId)}");
}
