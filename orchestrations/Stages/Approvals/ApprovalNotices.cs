using System.Globalization;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Builds the notices that point approvers to the page: request, reminder, escalation.</summary>
public sealed class ApprovalNotices(
    ApprovalStore approvals, CaseContext contexts, CaseStore caseStore, RemediationCatalogue catalogue, PolicySet policy, IOptions<HelpDeskOptions> options) : INoticeSource
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
            await FactsAsync(approval, plan, cancellation),
            policy.Approvers.GetValueOrDefault(group)?.Title ?? group,
            options.Value.Page($"approvals/{Uri.EscapeDataString(approval.ApprovalId)}"),
            approval.ExpiresAt,
            ReplacedAt(approval, notice.Kind))
        {
            Warning = plan.Opening?.DoubtsAbout(plan.RequesterId) is { Count: > 0 } doubts ? string.Join(' ', doubts) : null,
        };
    }

    private async Task<List<KeyValuePair<string, string>>> FactsAsync(ApprovalRequest approval, Plan plan, CancellationToken cancellation)
    {
        var record = await caseStore.FindAsync(approval.CaseId, cancellation);
        return
        [
            new("Ticket", record?.Ticket.Number ?? approval.CaseId),
            new("Asked by", record?.RequesterName ?? approval.RequesterId),
            new("Opened by", record?.OpenedBy ?? "not known to the ticket system"),
            new("Channel", record?.Channel ?? "unknown channel"),
            .. plan.Steps.Select((step, at) => new KeyValuePair<string, string>(
                string.Create(CultureInfo.InvariantCulture, $"Step {at + 1}"), $"{catalogue.Describe(step.Remediation)?.Title ?? step.Remediation}: {step.TargetName}{Off(step)}")),
            new("Why you are asked", approval.Verdict.Why),
        ];
    }

    // Switched off after it was planned: approved or not, it will not be done.
    private string Off(PlanStep step) => catalogue.FindOff(step.Remediation) is { } off ? $" (switched off, will not be done: {off.Why})" : "";

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
