using System.Globalization;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Flows.Notices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Stages.Approvals;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>The workflow's wait for an approval: ask, remind, escalate, and expire as denied at the deadline.</summary>
internal static class ApprovalStage
{
    /// <summary>Waits until the approval is decided, expired or withdrawn.</summary>
    public static async Task<ApprovalStatus> WaitAsync(WorkflowContext context, CaseId caseId, RequestApproval.Result gate)
    {
        // No notice is waited for: with every channel down the page still decides.
        Notify(context, caseId, gate, NoticeKind.Request);
        if (gate.TellsPerson)
            Notify(context, caseId, gate, NoticeKind.PassRequested);
        (DateTimeOffset At, NoticeKind? Then)[] milestones =
            [(gate.RemindAt, NoticeKind.Reminder), (gate.EscalateAt, NoticeKind.Escalation), (gate.ExpiresAt, null)];

        var waits = 0;
        foreach (var (at, then) in milestones.OrderBy(milestone => milestone.At))
        {
            while (true)
            {
                var next = string.Create(CultureInfo.InvariantCulture, $"approval-{gate.ApprovalId}-{++waits}");
                var look = await context.CallAsync(PrepareApprovalWait.Reference, new PrepareApprovalWait.Input(caseId, gate.ApprovalId, next) { ReadsTicket = waits > 1 }, RetryPolicy.Vendor);
                if (look.State != ApprovalState.Open)
                    return look;
                if (look.PersonWanted || look.Stop is not null)
                    return await CloseAsync(context, caseId, gate, ApprovalState.Withdrawn);
                if (context.UtcNow >= at)
                    break;
                await context.WaitForEventAsync<Unit>(next, at);
            }

            // Who may decide does not depend on a channel.
            if (then == NoticeKind.Escalation)
                await context.CallAsync(EscalateApproval.Reference, new EscalateApproval.Input(gate.ApprovalId), RetryPolicy.Vendor);
            if (then is { } kind)
                Notify(context, caseId, gate, kind);
        }

        return await CloseAsync(context, caseId, gate, ApprovalState.Expired);
    }

    private static void Notify(WorkflowContext context, CaseId caseId, RequestApproval.Result gate, NoticeKind kind) =>
        NoticeWorkflow.Begin(context, new NoticeReference(caseId, kind, new PersonId(gate.ApprovalId)));

    private static Task<ApprovalStatus> CloseAsync(WorkflowContext context, CaseId caseId, RequestApproval.Result gate, ApprovalState state) =>
        context.CallAsync(CloseApproval.Reference, new CloseApproval.Input(caseId, gate.ApprovalId, state), RetryPolicy.Vendor);
}
