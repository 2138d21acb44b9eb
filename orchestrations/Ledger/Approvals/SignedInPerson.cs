namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>A person whose sign-in the head has verified (signature, issuer, audience, tenant, expiry of the ID token).</summary>
/// <param name="ObjectId">Entra object id.</param>
/// <param name="Name">Display name. Untrusted text.</param>
/// <param name="UserPrincipalName">User principal name.</param>
public sealed record SignedInPerson(string ObjectId, string Name, string UserPrincipalName);
