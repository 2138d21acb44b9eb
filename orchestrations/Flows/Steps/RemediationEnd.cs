namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>How the steps of a plan ended.</summary>
/// <param name="IsVerified">True when every step's effect was read back.</param>
/// <param name="Why">Why not; null when it was.</param>
/// <param name="Executed">How many steps changed something; the others were so already. Default 0.</param>
/// <param name="Undone">How many of them were taken back. Default 0.</param>
/// <param name="IsBusy">True when another case held a target all the time and nothing of this plan is left done. Default false.</param>
public sealed record RemediationEnd(bool IsVerified, string? Why, int Executed = 0, int Undone = 0, bool IsBusy = false)
{
    /// <summary>All done and read back.</summary>
    public static RemediationEnd Verified { get; } = new(true, null);
}
