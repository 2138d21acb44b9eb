namespace HelpDesk.Orchestrations.Domain.Remediations;

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
