using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>The link in a ticket comment by which a requester reaches a person without signing in; good for one case only.</summary>
public sealed class PersonLinks(IOptions<HelpDeskOptions> options)
{
    private readonly byte[] _key = Convert.FromBase64String(options.Value.LinkKey);

    /// <summary>The token for a case.</summary>
    public string TokenFor(CaseId caseId) => TokenFor("person", caseId);

    /// <summary>True when the token is the one for that case; compared in constant time.</summary>
    public bool IsValid(CaseId caseId, string? token) => IsSame(TokenFor(caseId), token);

    /// <summary>Path of the page that shows the state of a case, with a token that is good for that page of that case only.</summary>
    public string TrackingPathFor(CaseId caseId) => $"/track/{Uri.EscapeDataString(caseId)}?t={TokenFor("track", caseId)}";

    /// <summary>The whole link to the requester's own page of a case, with a token that is good for that page of that case only. Opening it does nothing.</summary>
    public Uri MyLinkFor(CaseId caseId) => options.Value.Page($"my/{Uri.EscapeDataString(caseId)}?t={MyTokenFor(caseId)}");

    /// <summary>The token of the requester's own page of a case.</summary>
    public string MyTokenFor(CaseId caseId) => TokenFor("my", caseId);

    /// <summary>True when the token lets its holder act as the requester on the page of that case: its own, or that of the link in the ticket's comments.</summary>
    public bool MayAnswer(CaseId caseId, string? token) => IsSame(TokenFor("my", caseId), token) | IsValid(caseId, token);

    /// <summary>True when the token opens the tracking page of that case: its own, or that of the link in the ticket's comments.</summary>
    public bool MayTrack(CaseId caseId, string? token) => IsSame(TokenFor("track", caseId), token) | MayAnswer(caseId, token);

    /// <summary>The token by which "this was not me" is said of a case, and nothing else.</summary>
    public string NotMeTokenFor(CaseId caseId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"not-me|{caseId}")))[..32];

    /// <summary>True when the token is that one; compared in constant time.</summary>
    public bool IsNotMeValid(CaseId caseId, string? token) =>
        token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(NotMeTokenFor(caseId)), Encoding.UTF8.GetBytes(token));

    /// <summary>The whole link to say "this was not me". Opening it does nothing.</summary>
    public Uri NotMeLinkFor(CaseId caseId) => options.Value.Page($"not-me/{Uri.EscapeDataString(caseId)}?t={NotMeTokenFor(caseId)}");

    /// <summary>The whole link.</summary>
    public Uri LinkFor(CaseId caseId) => options.Value.Page($"person/{Uri.EscapeDataString(caseId)}?t={TokenFor(caseId)}");

    private static bool IsSame(string token, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(given));

    private string TokenFor(string purpose, CaseId caseId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}|{caseId}")))[..32];
}
