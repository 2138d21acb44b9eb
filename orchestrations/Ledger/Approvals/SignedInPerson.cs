using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>A person whose sign-in the head has verified (signature, issuer, audience, tenant, expiry of the ID token).</summary>
/// <param name="ObjectId">Entra object id.</param>
/// <param name="Name">Display name. Untrusted text.</param>
/// <param name="UserPrincipalName">User principal name.</param>
public sealed record SignedInPerson(PersonId ObjectId, string Name, string UserPrincipalName)
{
    /// <summary>When the sign-in was issued, UTC; null when nobody knows, and then it counts for no decision.</summary>
    public DateTimeOffset? SignedInAt { get; init; }

    /// <summary>When the person last proved who they are, UTC; null when the sign-in service does not say.</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>Authentication contexts that the sign-in satisfies, joined by spaces: <c>c1 c2</c>. Default none.</summary>
    public string Contexts { get; init; } = "";

    /// <summary>Id of the session on the server; null where the platform keeps it.</summary>
    public string? SessionId { get; init; }
}
