using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>What <see cref="CloseApproval"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ApprovalId">The approval.</param>
/// <param name="State">Expired or withdrawn.</param>
public sealed record CloseApprovalInput(string CaseId, string ApprovalId, ApprovalState State);
