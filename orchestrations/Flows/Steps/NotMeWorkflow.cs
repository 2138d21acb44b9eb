using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Flows.Notices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Execution.Undo;
using HelpDesk.Orchestrations.Stages.Operations;
using HelpDesk.Orchestrations.Stages.Outcomes;
using HelpDesk.Orchestrations.Stages.Planning;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Secrets;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>
/// What happens when a person says "this was not me": the case stops, its approval and its pass are withdrawn, the account is signed out and
/// what was given is undone; the security team gets a case and the ticket, the person and their manager are told.
/// </summary>
public sealed class NotMeWorkflow : Workflow<NotMeWorkflow.Input, NotMeWorkflow.Result>
{
    /// <summary>How it is started; the instance id is derived from the case, so that saying it twice is once.</summary>
    public static readonly WorkflowReference<Input, Result> Reference = Named<NotMeWorkflow>("not-me");

    private const string Why = "The person said that this request was not theirs.";

    // As for every handing over: there is nobody else to hand it to.
    private static readonly RetryPolicy UntilItWorks = new(1_000_000, TimeSpan.FromSeconds(1), MaxDelay: TimeSpan.FromMinutes(5));

    /// <summary>Id of the workflow and of the security case.</summary>
    public static CaseId IdFor(CaseId caseId) => new($"{caseId}-not-me");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(WorkflowContext context, Input input)
    {
        var (origin, security) = (input.CaseId, IdFor(input.CaseId));
        context.SetStatus("Stopping the request");
        await context.CallAsync(EndInstance.Reference, new EndInstance.Input(origin, input.By, Why), UntilItWorks);
        var given = await context.CallAsync(ReadGiven.Reference, new ReadGiven.Input(origin), UntilItWorks);
        if (given.ApprovalId is { } approval)
            await context.CallAsync(CloseApproval.Reference, new CloseApproval.Input(origin, approval, ApprovalState.Withdrawn), UntilItWorks);
        // Before anything that needs the directory: with it down, nothing can be approved or collected all the same.
        if (given.HandOverId is { } handOver)
            await context.CallAsync(CloseHandOver.Reference, new CloseHandOver.Input(origin, handOver), UntilItWorks);

        context.SetStatus("Signing the account out");
        var rest = new List<string> { Why };
        var subject = await SignOutAsync(context, security, origin, rest);
        var secrets = await context.CallAsync(VoidSecrets.Reference, new VoidSecrets.Input(origin), UntilItWorks);
        rest.AddRange(secrets.Left);

        context.SetStatus("Removing what was given");
        var taken = 0;
        foreach (var step in given.Steps)
            taken += await TakeBackAsync(context, step, rest) ? 1 : 0;

        context.SetStatus("Escalating to the security team");
        await context.CallAsync(EscalateCase.Reference, new EscalateCase.Input(origin, CasePath.Person, string.Join(' ', rest), PlanSignOut.Intent, [], []), UntilItWorks);
        var isTaken = given.Steps.Count > 0 && taken == given.Steps.Count;
        await context.CallAsync(
            TellNotMe.Reference, new TellNotMe.Input(security, origin, subject.Id, subject.IsSignedOut, secrets.Deleted > 0, isTaken, string.Join(' ', rest)), UntilItWorks);
        NoticeWorkflow.Begin(context, new NoticeReference(security, NoticeKind.NotMe, origin));
        return new Result(subject.IsSignedOut, secrets.Deleted, taken);
    }

    private static async Task<(PersonId? Id, bool IsSignedOut)> SignOutAsync(WorkflowContext context, CaseId security, CaseId origin, List<string> rest)
    {
        var planned = await context.CallAsync(PlanSignOut.Reference, new PlanSignOut.Input(security, origin), UntilItWorks);
        if (planned.Plan is not { } plan)
        {
            rest.Add($"Not done: sign out everywhere. {planned.Why}");
            return (planned.SubjectId, false);
        }

        try
        {
            var verdict = await context.CallAsync(DecidePolicy.Reference, new DecidePolicy.Input(plan, TriageFacts.ChosenByPerson(PlanSignOut.Intent)), RetryPolicy.Vendor);
            if (verdict.Outcome != VerdictOutcome.Allow)
            {
                rest.Add($"Not done: sign out everywhere. {verdict.Why}");
                return (planned.SubjectId, false);
            }

            var end = await RemediationStage.RunAsync(context, plan, 1, null);
            if (!end.IsVerified)
                rest.Add($"Not done: sign out everywhere. {end.Why}");
            return (planned.SubjectId, end.IsVerified);
        }
        catch (StepFailedException fault)
        {
            rest.Add($"Not done: sign out everywhere. {fault.Message}");
            return (planned.SubjectId, false);
        }
    }

    private static async Task<bool> TakeBackAsync(WorkflowContext context, UndoStepInput step, List<string> rest)
    {
        try
        {
            var undone = await UndoStage.RunAsync(context, step, RetryPolicy.Vendor);
            if (!undone.IsBack)
                rest.Add(undone.Note);
            return undone.IsBack;
        }
        catch (StepFailedException fault)
        {
            rest.Add($"Could not be undone: {fault.Message}");
            return false;
        }
    }

    /// <summary>What <see cref="NotMeWorkflow"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="By">Who said it: <c>requester</c>, <c>link</c> or <c>person:objectId</c>.</param>
    public sealed record Input(CaseId CaseId, string By);

    /// <summary>What was done.</summary>
    /// <param name="IsSignedOut">True when the sign-out was read back.</param>
    /// <param name="PassesDeleted">How many passes were deleted.</param>
    /// <param name="StepsUndone">How many steps that gave something are gone.</param>
    public sealed record Result(bool IsSignedOut, int PassesDeleted, int StepsUndone);
}
