using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution;
using HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>The workflow's wait for the second administrator of the target system. Looks with growing pauses; the action itself is sent once more at most.</summary>
internal static class MultiAdminApprovalStage
{
    // Intune lets a request run out after three days (docs/decisions/0021).
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    /// <summary>Waits until the step was sent with the second administrator's consent, or failed for want of it.</summary>
    /// <returns>The step's report; never one that still waits.</returns>
    public static async Task<StepReport> RunAsync(WorkflowContext context, StepInput input, StepReport report)
    {
        context.SetStatus(ExecuteStep.WaitsForMultiAdminApproval);
        var until = context.UtcNow + Patience;
        var pause = FirstPause;
        for (var looks = 1; ; looks++)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"multi-admin-approval-{report.MultiAdminApproval}-{looks}");
            var isLast = context.UtcNow >= until;
            var seen = await context.CallAsync(ResumeAfterApproval.Reference, new ResumeAfterApproval.Input(input, report, next, isLast), RetryPolicy.Vendor);
            if (seen.Outcome != StepOutcome.MultiAdminApproval)
                return seen;
            var wake = context.UtcNow + pause;
            await context.WaitForEventAsync<Unit>(next, wake < until ? wake : until);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }
}
