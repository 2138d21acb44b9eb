namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>What one read-back showed.</summary>
/// <param name="Outcome">Shown, not yet, or failed for good.</param>
/// <param name="Evidence">What was read, in one sentence without secrets: the audit entry's evidence.</param>
public sealed record ReadBack(ReadBackOutcome Outcome, string Evidence);

/// <summary>What one read-back showed.</summary>
public enum ReadBackOutcome
{
    /// <summary>The target shows the effect.</summary>
    Verified,

    /// <summary>Not yet; ask again within the patience.</summary>
    Pending,

    /// <summary>The target says that it failed; waiting longer is no use.</summary>
    Failed,
}
