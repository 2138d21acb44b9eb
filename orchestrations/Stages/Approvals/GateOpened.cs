namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>An approval that was asked for, and when what is due.</summary>
/// <param name="GateId">Its id.</param>
/// <param name="RemindAt">UTC.</param>
/// <param name="EscalateAt">UTC.</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record GateOpened(string GateId, DateTimeOffset RemindAt, DateTimeOffset EscalateAt, DateTimeOffset ExpiresAt);
