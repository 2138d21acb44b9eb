namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>An approval that was asked for, and when what is due.</summary>
/// <param name="ApprovalId">Its id.</param>
/// <param name="RemindAt">UTC.</param>
/// <param name="EscalateAt">UTC.</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record ApprovalRequested(string ApprovalId, DateTimeOffset RemindAt, DateTimeOffset EscalateAt, DateTimeOffset ExpiresAt);
