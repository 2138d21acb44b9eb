namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>What <see cref="PrepareApprovalWait"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ApprovalId">The approval.</param>
/// <param name="NextEvent">Name of the event for which the workflow waits next if nothing is decided.</param>
public sealed record PrepareApprovalWaitInput(string CaseId, string ApprovalId, string NextEvent);
