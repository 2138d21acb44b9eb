namespace HelpDesk.Orchestrations.Remediation.Steps;

/// <summary>How the steps of a plan ended.</summary>
/// <param name="IsVerified">True when every step's effect was read back.</param>
/// <param name="Why">Why not; null when it was.</param>
public sealed record RemediationEnd(bool IsVerified, string? Why)
{
    /// <summary>All done and read back.</summary>
    public static RemediationEnd Verified { get; } = new(true, null);
}
