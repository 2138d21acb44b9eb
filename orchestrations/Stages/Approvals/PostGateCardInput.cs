using HelpDesk.Orchestrations.Domain.Notifications;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>What <see cref="PostGateCard"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="GateId">The approval.</param>
/// <param name="Kind">Request, reminder or escalation.</param>
public sealed record PostGateCardInput(string CaseId, string GateId, ApprovalCardKind Kind);
