using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Bulk.Running;

/// <summary>One target of a bulk run: looked at once more, then its steps like those of a ticket, each read back, undone when one fails.</summary>
public sealed class BulkTargetWorkflow : Workflow<BulkTargetWorkflow.Input, AdmitBulkTarget.Result>
{
    /// <summary>How a batch calls it.</summary>
    public static readonly WorkflowReference<Input, AdmitBulkTarget.Result> Reference = Named<BulkTargetWorkflow>("bulk-target");

    // Longer than a ticket's steps usually take; one that takes longer is met again at the end of the run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <inheritdoc />
    public override async Task<AdmitBulkTarget.Result> RunAsync(WorkflowContext context, Input input)
    {
        context.SetStatus("Checking the target");
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

        var end = await RemediationStage.RunAsync(context, plan, admitted.Steps, input.ApprovalId, Patience);
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

    private static async Task<AdmitBulkTarget.Result> EndAsync(WorkflowContext context, Input input, BulkTargetState state, string? why)
    {
        await context.CallAsync(EndBulkTarget.Reference, new EndBulkTarget.Input(input, state, why), RetryPolicy.Vendor);
        return new AdmitBulkTarget.Result(null, 0, state);
    }

    /// <summary>What <see cref="BulkTargetWorkflow"/> takes.</summary>
    /// <param name="CaseId">The run.</param>
    /// <param name="ApprovalId">Its approval.</param>
    /// <param name="Number">Which target of the frozen list, from 0.</param>
    public sealed record Input(CaseId CaseId, string ApprovalId, int Number);
}
