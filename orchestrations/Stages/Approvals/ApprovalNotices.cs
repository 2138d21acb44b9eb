using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Builds the notices that point approvers to the page: request, reminder, escalation.</summary>
public sealed class ApprovalNotices(
    ApprovalStore approvals, CaseContext contexts, ApprovalBackgrounds backgrounds, ApprovalNoticeFacts facts, DecisionStepUp stepUp, IOptions<HelpDeskOptions> options) : INoticeSource
{
    /// <inheritdoc />
    public bool Builds(NoticeKind kind) => kind is NoticeKind.Request or NoticeKind.Reminder or NoticeKind.Escalation;

    /// <inheritdoc />
    public async Task<Notice?> BuildAsync(NoticeReference notice, CancellationToken cancellation)
    {
        if (await approvals.FindAsync(notice.SubjectId, cancellation) is not { State: ApprovalState.Open } approval)
            return null;
        var group = notice.Kind == NoticeKind.Escalation ? approval.Requirement.FallbackGroup : approval.Requirement.ApproverGroup;
        var plan = await contexts.GetAsync<Plan>(approval.Plan, cancellation);
        return new Notice(
            notice.Kind,
            notice.Kind switch
            {
                NoticeKind.Reminder => "Still waiting for your decision",
                NoticeKind.Escalation => "No approver has decided yet: please decide",
                _ => "Approval needed",
            },
            await facts.OfAsync(approval, plan, await backgrounds.WordsAsync(approval, cancellation), cancellation),
            await facts.AudienceAsync(approval, group, cancellation),
            options.Value.Page($"approvals/{Uri.EscapeDataString(approval.ApprovalId)}"),
            approval.ExpiresAt,
            ReplacedAt(approval, notice.Kind))
        {
            Decision = new NoticeDecision(approval.ApprovalId, approval.PlanHash, stepUp.Asks(plan)),
            Warning = plan.Opening?.DoubtsAbout(plan.RequesterId) is { Count: > 0 } doubts ? string.Join(' ', doubts) : null,
        };
    }

    // The next one says the same and more: a channel that comes back late posts only the newest.
    private static DateTimeOffset? ReplacedAt(ApprovalRequest approval, NoticeKind kind)
    {
        var (remind, escalate) = (approval.Requirement.RemindAfter, approval.Requirement.EscalateAfter);
        TimeSpan? after = kind switch
        {
            NoticeKind.Request => remind < escalate ? remind : escalate,
            NoticeKind.Reminder when escalate > remind => escalate,
            NoticeKind.Escalation when remind > escalate => remind,
            _ => null,
        };
        return approval.RequestedAt + after;
    }
}
