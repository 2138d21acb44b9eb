using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>One target of a mass run: looked at once more, then its steps like those of a ticket, each read back, undone when one fails.</summary>
public sealed class MassTargetWorkflow : Workflow<MassTargetInput, MassAdmission>
{
    /// <summary>How a batch calls it.</summary>
    public static readonly WorkflowReference<MassTargetInput, MassAdmission> Reference = Named<MassTargetWorkflow>("mass-target");

    // Longer than a ticket's steps usually take; one that takes longer is met again at the end of the run.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <inheritdoc />
    public override async Task<MassAdmission> RunAsync(WorkflowContext context, MassTargetInput input)
    {
        context.SetStatus("Looking at the target");
        var admitted = await context.CallAsync(AdmitMassTarget.Reference, input, RetryPolicy.Vendor);
        if (admitted.Stop is not null)
            return admitted;
        if (admitted.Plan is not { } plan)
            return await EndAsync(context, input, admitted.Ended ?? MassTargetState.Skipped, admitted.Why);
        if (admitted.IsUndo)
        {
            var (state, why) = await MassTargetUndo.RunAsync(context, input, plan, admitted.Steps, Patience);
            return await EndAsync(context, input, state, why);
        }

        var end = await RemediationStage.RunAsync(context, input.CaseId, plan, plan.Version, admitted.Steps, input.GateId, Patience);
        return await EndAsync(context, input, StateOf(end), end.Why);
    }

    private static MassTargetState StateOf(RemediationEnd end) => end switch
    {
        { IsVerified: true, Executed: > 0 } => MassTargetState.Done,
        { IsVerified: true } => MassTargetState.AlreadySo,
        { IsBusy: true } => MassTargetState.Busy,
        { Undone: > 0 } => MassTargetState.Undone,
        _ => MassTargetState.Failed,
    };

    private static async Task<MassAdmission> EndAsync(WorkflowContext context, MassTargetInput input, MassTargetState state, string? why)
    {
        await context.CallAsync(EndMassTarget.Reference, new EndMassTargetInput(input, state, why), RetryPolicy.Vendor);
        return new MassAdmission(null, 0, state);
    }
}
