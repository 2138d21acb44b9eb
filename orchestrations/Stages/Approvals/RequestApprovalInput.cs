using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>What <see cref="RequestApproval"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Plan">The stored plan.</param>
/// <param name="PlanHash">Its hash.</param>
/// <param name="Verdict">What policy said; its requirement names who must approve.</param>
public sealed record RequestApprovalInput(string CaseId, ContextReference Plan, string PlanHash, Verdict Verdict);
