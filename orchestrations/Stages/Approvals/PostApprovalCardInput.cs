using HelpDesk.Orchestrations.Domain.Notifications;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>What <see cref="PostApprovalCard"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ApprovalId">The approval.</param>
/// <param name="Kind">Request, reminder or escalation.</param>
public sealed record PostApprovalCardInput(string CaseId, string ApprovalId, ApprovalCardKind Kind);
