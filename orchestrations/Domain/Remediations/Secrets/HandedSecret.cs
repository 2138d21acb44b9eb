using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Domain.Remediations.Secrets;

/// <summary>A secret that was just made or read.</summary>
/// <param name="Id">Id of it where it is kept; no secret.</param>
/// <param name="Parts">The secret itself. Goes into one response and nowhere else (P3).</param>
/// <param name="ExpiresAt">Until when it is valid, UTC; null when that is not known.</param>
/// <param name="RequestId">Graph request-id, for the audit entry.</param>
public sealed record HandedSecret(string Id, [property: JsonIgnore] IReadOnlyList<SecretPart> Parts, DateTimeOffset? ExpiresAt, string? RequestId)
{
    /// <summary>Never shows the secret: a record's own text would.</summary>
    public override string ToString() => $"HandedSecret {Id}";
}

/// <summary>One secret with the name that tells it from others: an account's name, a key's id. Lives for the one answer.</summary>
/// <param name="Label">What it is called; no secret. Untrusted text; null when there is only one and it needs no name.</param>
/// <param name="Secret">The secret (P3).</param>
public sealed record SecretPart(string? Label, [property: JsonIgnore] string Secret)
{
    /// <summary>Never shows the secret: a record's own text would.</summary>
    public override string ToString() => $"SecretPart {Label}";
}
