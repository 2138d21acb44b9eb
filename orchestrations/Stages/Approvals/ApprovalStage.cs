using System.Globalization;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>The workflow's wait for an approval: ask, remind, escalate, and a no at the deadline.</summary>
internal static class ApprovalStage
{
    /// <summary>Waits until the approval is decided, expired or taken back.</summary>
    public static async Task<GateLook> WaitAsync(WorkflowContext context, string caseId, GateOpened gate)
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
                var next = string.Create(CultureInfo.InvariantCulture, $"approval-{gate.GateId}-{++waits}");
                var look = await context.CallAsync(LookAtGate.Reference, new LookAtGateInput(caseId, gate.GateId, next), RetryPolicy.Vendor);
                if (look.State != GateState.Open)
                    return look;
                if (look.PersonWanted)
                    return await CloseAsync(context, caseId, gate, GateState.Withdrawn);
                if (context.UtcNow >= at)
                    break;
                await context.WaitForEventAsync<Unit>(next, at);
            }

            if (then is { } kind)
                Post(context, caseId, gate, kind);
        }

        return await CloseAsync(context, caseId, gate, GateState.Expired);
    }

    private static void Post(WorkflowContext context, string caseId, GateOpened gate, ApprovalCardKind kind) =>
        _ = context.CallAsync(PostGateCard.Reference, new PostGateCardInput(caseId, gate.GateId, kind), RetryPolicy.Vendor);

    private static Task<GateLook> CloseAsync(WorkflowContext context, string caseId, GateOpened gate, GateState state) =>
        context.CallAsync(CloseGate.Reference, new CloseGateInput(caseId, gate.GateId, state), RetryPolicy.Vendor);
}
