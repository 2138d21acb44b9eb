namespace HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;

/// <summary>What one look at a second gate showed.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Text">The same in one sentence for the case page, with what to change where something must be changed; no secret.</param>
public sealed record MultiAdminApprovalStatus(MultiAdminApprovalState State, string Text);
