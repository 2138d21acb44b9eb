using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Policy;

namespace HelpDesk.Orchestrations.Flows.Actions;

/// <summary>The way of a step that an operator had done on the page of a case: plan, policy, approval where policy wants one, the step with its read-back, close.</summary>
public sealed class ActionWorkflow : Workflow<ActionRequest, ActionWorkflow.Result>
{
    /// <summary>How it is started; the instance id is the id of the action's case.</summary>
    public static readonly WorkflowReference<ActionRequest, Result> Reference = Named<ActionWorkflow>("action");

    private static readonly RetryPolicy UntilItWorks = new(1_000_000, TimeSpan.FromSeconds(1), MaxDelay: TimeSpan.FromMinutes(5));

    /// <inheritdoc />
    public override async Task<Result> RunAsync(WorkflowContext context, ActionRequest input)
    {
        var isChanging = false;
        try
        {
            context.SetStatus("Planning the step");
            var made = await context.CallAsync(MakeAction.Reference, input, RetryPolicy.Vendor);
            if (made.Plan is not { } plan)
                return await EndAsync(context, input, made.NoPlan!, needsPerson: false);

            context.SetStatus("Policy");
            var decide = new DecidePolicy.Input(plan, made.Triage!);
            var verdict = await context.CallAsync(DecidePolicy.Reference, decide, RetryPolicy.Vendor);
            if (verdict.Outcome == VerdictOutcome.Refuse)
                return await EndAsync(context, input, verdict.Why, needsPerson: false);

            string? approvalId = null;
            if (verdict.Outcome == VerdictOutcome.NeedsApproval)
            {
                context.SetStatus("Waiting for approval");
                var gate = await context.CallAsync(RequestApproval.Reference, new RequestApproval.Input(plan, verdict, made.Ticket), RetryPolicy.Vendor);
                var decision = await ApprovalStage.WaitAsync(context, input.CaseId, gate);
                if (decision.State != ApprovalState.Approved)
                    return await EndAsync(context, input, WhyNotApproved(decision), needsPerson: false);
                approvalId = gate.ApprovalId;
                var again = await context.CallAsync(DecidePolicy.Reference, decide, RetryPolicy.Vendor);
                if (again.Outcome == VerdictOutcome.Refuse)
                    return await EndAsync(context, input, again.Why, needsPerson: false);
            }

            isChanging = true;
            var end = await RemediationStage.RunAsync(context, plan, 1, approvalId);
            return await EndAsync(context, input, end.IsVerified ? null : end.Why, needsPerson: !end.IsVerified);
        }
        catch (StepFailedException fault)
        {
            return await EndAsync(context, input, $"The step '{fault.Step}' could not be done: {fault.Message}", isChanging);
        }
    }

    private static string WhyNotApproved(ApprovalStatus decision) => decision switch
    {
        { IsChanged: true } => ApprovalLabels.Tampered,
        { Stop: { } stop } => stop,
        { State: ApprovalState.Denied } => "An approver denied it.",
        { State: ApprovalState.Withdrawn } => "A person was asked for while the approval was waited for.",
        _ => "No one approved it in time, so it expired as denied.",
    };

    private static async Task<Result> EndAsync(WorkflowContext context, ActionRequest input, string? why, bool needsPerson)
    {
        context.SetStatus("Closing");
        await context.CallAsync(CloseAction.Reference, new CloseAction.Input(input.CaseId, input.OriginCaseId, input.OperatorName, why, needsPerson), UntilItWorks);
        return new Result(why is null, why);
    }

    /// <summary>How it ended.</summary>
    /// <param name="IsDone">True when the step's effect was read back.</param>
    /// <param name="Why">Why not; null when it was.</param>
    public sealed record Result(bool IsDone, string? Why);
}
