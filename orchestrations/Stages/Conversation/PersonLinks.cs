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
    public string TokenFor(string caseId) => TokenFor("person", caseId);

    /// <summary>True when the token is the one for that case; compared in constant time.</summary>
    public bool IsValid(string caseId, string? token) => IsSame(TokenFor(caseId), token);

    /// <summary>Path of the page that shows where a case stands, with a token that is good for that page of that case only.</summary>
    public string TrackingPathFor(string caseId) => $"/track/{Uri.EscapeDataString(caseId)}?t={TokenFor("track", caseId)}";

    /// <summary>True when the token opens the tracking page of that case: its own, or that of the link in the ticket's comments.</summary>
    public bool MayTrack(string caseId, string? token) => IsSame(TokenFor("track", caseId), token) | IsValid(caseId, token);

    /// <summary>The whole link.</summary>
    public Uri LinkFor(string caseId) => options.Value.Page($"person/{Uri.EscapeDataString(caseId)}?t={TokenFor(caseId)}");

    private static bool IsSame(string token, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(given));

    private string TokenFor(string purpose, string caseId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}|{caseId}")))[..32];
}
