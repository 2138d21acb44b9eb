using System.Text.Json.Serialization;

namespace HelpDesk.Orchestrations.Domain.Remediations.Secrets;

/// <summary>What became of a press on "show".</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Parts">The secret; only when shown. Goes into this one response (P3).</param>
/// <param name="ExpiresAt">Until when it is valid, UTC; null when that is not known.</param>
/// <param name="Message">What happened, why, and what to do next.</param>
/// <param name="CanBeVoided">True when the shown one is made void by a rotation when its time is over.</param>
public sealed record SecretOutcome(SecretOutcomeKind Kind, [property: JsonIgnore] IReadOnlyList<SecretPart> Parts, DateTimeOffset? ExpiresAt, string Message, bool CanBeVoided = false)
{
    /// <summary>The one secret, where there is only one; null when nothing was shown.</summary>
    [JsonIgnore]
    public string? Secret => Parts is [var only, ..] ? only.Secret : null;

    /// <summary>Nothing is shown, and why.</summary>
    public static SecretOutcome No(SecretOutcomeKind kind, string message) => new(kind, [], null, message);

    /// <summary>Never shows the secret: a record's own text would.</summary>
    public override string ToString() => $"SecretOutcome {Kind}";
}

/// <summary>What became of a press on "show".</summary>
public enum SecretOutcomeKind
{
    /// <summary>Here it is, once.</summary>
    Shown,

    /// <summary>It was shown before.</summary>
    AlreadyShown,

    /// <summary>Somebody else is being shown it this very moment.</summary>
    BeingShown,

    /// <summary>This person may not.</summary>
    NotAllowed,

    /// <summary>First say how the identity was checked.</summary>
    IdentityCheckNeeded,

    /// <summary>Too late, or withdrawn.</summary>
    Expired,

    /// <summary>There is no such secret hand-over.</summary>
    NotFound,

    /// <summary>The directory did not give one; nothing is left behind.</summary>
    Failed,
}
