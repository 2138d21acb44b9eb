using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Domain.Remediations.Secrets;

/// <summary>One secret with the name that tells it from others: an account's name, a key's id. Lives for the one answer.</summary>
/// <param name="Label">What it is called; no secret. Untrusted text; null when there is only one and it needs no name.</param>
/// <param name="Secret">The secret (P3).</param>
public sealed record SecretPart(string? Label, [property: JsonIgnore] string Secret)
{
    /// <summary>Never shows the secret: a record's own text would.</summary>
    public override string ToString() => $"SecretPart {Label}";
}
