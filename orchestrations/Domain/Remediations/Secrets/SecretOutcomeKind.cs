namespace HelpDesk.Orchestrations.Domain.Remediations.Secrets;

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

    /// <summary>Too late, or taken back.</summary>
    Expired,

    /// <summary>There is no such hand-over.</summary>
    NotFound,

    /// <summary>The directory did not give one; nothing is left behind.</summary>
    Failed,
}
