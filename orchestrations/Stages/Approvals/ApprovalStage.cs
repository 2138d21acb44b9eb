using System.Globalization;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>The workflow's wait for an approval: ask, remind, escalate, and a no at the deadline.</summary>
internal static class ApprovalStage
{
    /// <summary>Waits until the approval is decided, expired or taken back.</summary>
    public static async Task<ApprovalStatus> WaitAsync(WorkflowContext context, string caseId, RequestApproval.Result gate)
    {
        // Posting is not waited for: with Teams down the page still decides.
        Post(context, caseId, gate, ApprovalCardKind.Request);
        (DateTimeOffset At, ApprovalCardKind? Then)[] milestones =
            [(gate.RemindAt, ApprovalCardKind.Reminder), (gate.EscalateAt, ApprovalCardKind.Escalation), (gate.ExpiresAt, null)];

        var waits = 0;
        foreach (var (at, then) in milestones.OrderBy(milestone => milestone.At))
        {
            while (true)
            {
                var next = string.Create(CultureInfo.InvariantCulture, $"approval-{gate.ApprovalId}-{++waits}");
                var look = await context.CallAsync(PrepareApprovalWait.Reference, new PrepareApprovalWait.Input(caseId, gate.ApprovalId, next), RetryPolicy.Vendor);
                if (look.State != ApprovalState.Open)
                    return look;
                if (look.PersonWanted)
                    return await CloseAsync(context, caseId, gate, ApprovalState.Withdrawn);
                if (context.UtcNow >= at)
                    break;
                await context.WaitForEventAsync<Unit>(next, at);
            }

            if (then is { } kind)
                Post(context, caseId, gate, kind);
        }

        return await CloseAsync(context, caseId, gate, ApprovalState.Expired);
    }

    private static void Post(WorkflowContext context, string caseId, RequestApproval.Result gate, ApprovalCardKind kind) =>
        _ = context.CallAsync(PostApprovalCard.Reference, new PostApprovalCard.Input(caseId, gate.ApprovalId, kind), RetryPolicy.Vendor);

    private static Task<ApprovalStatus> CloseAsync(WorkflowContext context, string caseId, RequestApproval.Result gate, ApprovalState state) =>
        context.CallAsync(CloseApproval.Reference, new CloseApproval.Input(caseId, gate.ApprovalId, state), RetryPolicy.Vendor);
}
