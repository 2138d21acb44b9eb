using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Stages.Approvals;

namespace HelpDesk.Web.Approvals;

/// <summary>What the page of an approval shows.</summary>
/// <param name="Gate">The approval request.</param>
/// <param name="Plan">The plan it is about.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="Case">The case; null when its record is not there.</param>
/// <param name="RunbookTitle">Title of the runbook.</param>
/// <param name="Requester">Who requested it. Untrusted text.</param>
/// <param name="Subject">Whose account and devices are changed. Untrusted text.</param>
/// <param name="Approvers">Who may decide.</param>
/// <param name="WhyNot">Why the viewer may not decide; null when they may.</param>
/// <param name="Background">What to know beside the plan.</param>
public sealed record ApprovalModel(
    ApprovalRequest Gate, Plan Plan, IReadOnlyList<PlannedStep> Steps, CaseRecord? Case, string RunbookTitle, string Requester, string Subject, string Approvers, string? WhyNot,
    ApprovalBackground Background)
{
    /// <summary>What approvers asked the requester, with the answers.</summary>
    public IReadOnlyList<AskedQuestion> Questions { get; init; } = [];
}
