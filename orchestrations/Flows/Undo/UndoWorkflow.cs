using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Execution.Undo;
using HelpDesk.Orchestrations.Stages.Policy;

namespace HelpDesk.Orchestrations.Flows.Undo;

/// <summary>The way of an undo that an operator asked for: plan, policy, approval, step by step in reverse with read-back, close.</summary>
public sealed class UndoWorkflow : Workflow<UndoRequest, UndoWorkflow.Result>
{
    /// <summary>How it is started; the instance id is the id of the undo's own case.</summary>
    public static readonly WorkflowReference<UndoRequest, Result> Reference = Named<UndoWorkflow>("undo");

    // No triage is behind an undo; no rule that concerns an undo reads it.
    private static readonly TriageFacts NoTriage = new(null, 0, false, true);

    private static readonly RetryPolicy UntilItWorks = new(1_000_000, TimeSpan.FromSeconds(1), MaxDelay: TimeSpan.FromMinutes(5));

    /// <inheritdoc />
    public override async Task<Result> RunAsync(WorkflowContext context, UndoRequest input)
    {
        context.SetStatus("Planning the undo");
        var made = await context.CallAsync(MakeUndo.Reference, input, UntilItWorks);
        if (made.Plan is not { } plan)
            return await EndAsync(context, input, made.NoPlan!, needsPerson: false);

        var isChanging = false;
        try
        {
            context.SetStatus("Policy");
            var decide = new DecidePolicy.Input(plan, NoTriage);
            var verdict = await context.CallAsync(DecidePolicy.Reference, decide, RetryPolicy.Vendor);
            if (verdict.Outcome != VerdictOutcome.NeedsApproval)
                return await EndAsync(context, input, verdict.Why, needsPerson: false);

            context.SetStatus("Waiting for approval");
            var gate = await context.CallAsync(RequestApproval.Reference, new RequestApproval.Input(plan, verdict), RetryPolicy.Vendor);
            var decision = await ApprovalStage.WaitAsync(context, input.CaseId, gate);
            if (decision.State != ApprovalState.Approved)
                return await EndAsync(context, input, WhyNotApproved(decision), needsPerson: false);
            var again = await context.CallAsync(DecidePolicy.Reference, decide, RetryPolicy.Vendor);
            if (again.Outcome == VerdictOutcome.Refuse)
                return await EndAsync(context, input, again.Why, needsPerson: false);

            isChanging = true;
            for (var index = 0; index < made.StepCount; index++)
            {
                context.SetStatus($"Undo {index + 1}");
                var step = new StepInput(plan, index, gate.ApprovalId);
                var report = await UndoStage.RunAsync(context, new UndoStepInput(step, input.AskedAt, "An operator asked for it."), RetryPolicy.Vendor);
                if (!report.IsBack)
                    return await EndAsync(context, input, report.Note, needsPerson: true);
            }

            return await EndAsync(context, input, null, needsPerson: false);
        }
        catch (StepFailedException fault)
        {
            return await EndAsync(context, input, $"The step '{fault.Step}' could not be done: {fault.Message}", isChanging);
        }
    }

    private static string WhyNotApproved(ApprovalStatus decision) => decision switch
    {
        { IsChanged: true } => ApprovalLabels.Tampered,
        { State: ApprovalState.Denied } => "An approver denied the undo.",
        { State: ApprovalState.Withdrawn } => "A person was asked for while the approval was waited for.",
        _ => "No one approved the undo in time, so it expired as denied.",
    };

    private static async Task<Result> EndAsync(WorkflowContext context, UndoRequest input, string? why, bool needsPerson)
    {
        context.SetStatus("Closing");
        await context.CallAsync(CloseUndo.Reference, new CloseUndo.Input(input.CaseId, input.OriginCaseId, why, needsPerson), UntilItWorks);
        return new Result(why is null, why);
    }

    /// <summary>How an undo ended.</summary>
    /// <param name="IsUndone">True when every step is back and was read back.</param>
    /// <param name="Why">Why not; null when it is.</param>
    public sealed record Result(bool IsUndone, string? Why);
}
