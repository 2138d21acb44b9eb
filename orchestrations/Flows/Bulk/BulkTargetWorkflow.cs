using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>One target of a bulk run: looked at once more, then its steps like those of a ticket, each read back, undone when one fails.</summary>
public sealed class BulkTargetWorkflow : Workflow<BulkTargetInput, BulkAdmission>
{
    /// <summary>How a batch calls it.</summary>
    public static readonly WorkflowReference<BulkTargetInput, BulkAdmission> Reference = Named<BulkTargetWorkflow>("bulk-target");

    // Longer than a ticket's steps usually take; one that takes longer is met again at the end of the run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <inheritdoc />
    public override async Task<BulkAdmission> RunAsync(WorkflowContext context, BulkTargetInput input)
    {
        context.SetStatus("Looking at the target");
        var admitted = await context.CallAsync(AdmitBulkTarget.Reference, input, RetryPolicy.Vendor);
        if (admitted.Stop is not null)
            return admitted;
        if (admitted.Plan is not { } plan)
            return await EndAsync(context, input, admitted.Ended ?? BulkTargetState.Skipped, admitted.Why);
        if (admitted.IsUndo)
        {
            var (state, why) = await BulkTargetUndo.RunAsync(context, input, plan, admitted.Steps, Patience);
            return await EndAsync(context, input, state, why);
        }

        var end = await RemediationStage.RunAsync(context, input.CaseId, plan, plan.Version, admitted.Steps, input.ApprovalId, Patience);
        return await EndAsync(context, input, StateOf(end), end.Why);
    }

    private static BulkTargetState StateOf(RemediationEnd end) => end switch
    {
        { IsVerified: true, Executed: > 0 } => BulkTargetState.Done,
        { IsVerified: true } => BulkTargetState.AlreadySo,
        { IsBusy: true } => BulkTargetState.Busy,
        { Undone: > 0 } => BulkTargetState.Undone,
        _ => BulkTargetState.Failed,
    };

    private static async Task<BulkAdmission> EndAsync(WorkflowContext context, BulkTargetInput input, BulkTargetState state, string? why)
    {
        await context.CallAsync(EndBulkTarget.Reference, new EndBulkTargetInput(input, state, why), RetryPolicy.Vendor);
        return new BulkAdmission(null, 0, state);
    }
}
