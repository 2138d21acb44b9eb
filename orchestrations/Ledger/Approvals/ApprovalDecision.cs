namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>What one person decided.</summary>
/// <param name="PersonId">Entra object id.</param>
/// <param name="PersonName">Display name as it was then. Untrusted text.</param>
/// <param name="Approve">Yes or no.</param>
/// <param name="At">UTC.</param>
/// <param name="Comment">At most 500 characters. Untrusted text.</param>
public sealed record ApprovalDecision(string PersonId, string PersonName, bool Approve, DateTimeOffset At, string? Comment);
