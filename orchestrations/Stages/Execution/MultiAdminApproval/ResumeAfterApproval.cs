using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution.Leases;

namespace HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;

/// <summary>
/// Looks once at the second gate of a step. Granted: the action is sent once more, with the code. Refused, run out or not to be seen:
/// the step failed, with the reason; nothing is sent again.
/// </summary>
public sealed class ResumeAfterApproval(
    PlanGuard guard, IDirectory directory, RemediationCatalogue catalogue, TargetLeases leases, Budgets budgets, IMultiAdminApprovals requests, FirstResult first, CaseStore caseStore, CaseSignal signal, IAuditLog audit, ProductMetrics metrics)
    : Activity<ResumeAfterApproval.Input, StepReport>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, StepReport> Reference = Named<ResumeAfterApproval>("resume-after-approval");

    /// <inheritdoc />
    public override async Task<StepReport> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var caseId = input.Step.CaseId;
        if (await first.FindAsync<StepReport>(caseId, EndKey(input), cancellation) is { } ended)
            return ended;

        await signal.RegisterWaitAsync(caseId, input.NextEvent, cancellation);
        var plan = await guard.PlanAsync(input.Step, cancellation);
        var step = plan.Steps[input.Step.Index];
        // Days may lie between our approval and Intune's: the last look is taken again.
        if (await guard.WhyNotAsync(input.Step, plan, cancellation) is { } refusal)
            return await EndAsync(context, input, step, StepOutcome.Refused, refusal);
        if (await guard.WhyStopAsync(caseId, cancellation) is { } stop)
            return await EndAsync(context, input, step, StepOutcome.Stopped, stop);

        try
        {
            var look = await requests.LookAsync(input.Report.MultiAdminApproval!, cancellation);
            return look.State switch
            {
                MultiAdminApprovalState.Granted or MultiAdminApprovalState.Completed => await SendAsync(context, input, plan, step, look.State),
                MultiAdminApprovalState.Waiting when input.IsLast => await EndAsync(context, input, step, StepOutcome.Failed, $"Multi Admin Approval was not decided in time. {look.Text}"),
                MultiAdminApprovalState.Waiting => input.Report,
                _ => await EndAsync(context, input, step, StepOutcome.Failed, look.Text),
            };
        }
        catch (VendorException fault) when (!fault.IsRetryable)
        {
            return await EndAsync(context, input, step, StepOutcome.Failed, fault.Message, ("code", fault.Code), ("request-id", fault.RequestId));
        }
    }

    // Its own key beside that of the step, under which the report that waits is kept.
    private static string EndKey(Input input) => $"{input.Report.Key}/multi-admin-approval";

    private async Task<StepReport> SendAsync(ActivityContext context, Input input, Plan plan, PlanStep step, MultiAdminApprovalState state)
    {
        var cancellation = context.Cancellation;
        var remediation = catalogue.Get(step.Remediation);
        var taken = await leases.TakeAsync(step.TargetKind, step.TargetId, StepHolder.Of(context.InstanceId, input.Step), remediation.Descriptor.IsContainment, cancellation);
        if (!taken.IsTaken)
            return await LaterAsync(context, input, step, $"the case {taken.HeldBy} changes the same {StepLabels.Of(step.TargetKind)}.");
        // It counts in the hour in which it is done. An hour that has no room for it is waited for like a target.
        if (state == MultiAdminApprovalState.Granted && await budgets.ReserveAsync(plan, input.Step.Index, cancellation) is { } exceeded)
        {
            await leases.ReleaseAsync(step.TargetKind, step.TargetId, StepHolder.Of(context.InstanceId, input.Step), cancellation);
            return await LaterAsync(context, input, step, Budgets.Words(exceeded));
        }

        // Policy looked before the wait, which may have been days: nobody who has become an administrator since is touched.
        if (state == MultiAdminApprovalState.Granted && await AboveCeilingAsync(plan, remediation.Descriptor, cancellation) is { } above)
            return await EndAsync(context, input, step, StepOutcome.Refused, above);
        var call = new RemediationCall(input.Step.CaseId, step, input.Report.Key, input.Report.StartedAt) { ApprovalId = input.Step.ApprovalId, MultiAdminApprovalCode = input.Report.MultiAdminApproval };
        var precondition = await remediation.CheckAsync(call, cancellation);
        if (precondition.Outcome == PreconditionOutcome.Refused)
            return await EndAsync(context, input, step, StepOutcome.Refused, precondition.Reason!);
        // Intune took it up already, or an attempt before this one sent it.
        if (precondition.Outcome == PreconditionOutcome.AlreadyDone || state == MultiAdminApprovalState.Completed)
            return await EndAsync(context, input, step, StepOutcome.Executed, "Multi Admin Approval was given, and Intune has taken the action up.");

        var receipt = await remediation.ExecuteAsync(call, cancellation);
        return receipt.MultiAdminApprovalCode is null
            ? await EndAsync(context, input, step, StepOutcome.Executed, $"{receipt.Summary} Multi Admin Approval had been given.", ("request-id", receipt.RequestId))
            : await EndAsync(context, input, step, StepOutcome.Failed, "Intune asked for Multi Admin Approval again although it had been given; the action is not sent a third time.", ("request-id", receipt.RequestId));
    }

    private async Task<string?> AboveCeilingAsync(Plan plan, RemediationDescriptor descriptor, CancellationToken cancellation) =>
        await directory.GetPersonAsync(plan.SubjectId, cancellation) is not { } subject ? "The account is no longer in the directory."
        : subject.Roles.FirstOrDefault(role => !descriptor.RoleCeiling.Covers(role)) is { } role
            ? $"The account holds {role.Name} since the approval, and '{descriptor.Title}' is only for {descriptor.RoleCeiling.Words()}."
            : null;

    // Asked again at the next look; at the last one it failed, because nobody looks any more.
    private async Task<StepReport> LaterAsync(ActivityContext context, Input input, PlanStep step, string why) => input.IsLast
        ? await EndAsync(context, input, step, StepOutcome.Failed, $"Multi Admin Approval was given, but it could not be done in time: {why}")
        : input.Report;

    private async Task<StepReport> EndAsync(ActivityContext context, Input input, PlanStep step, StepOutcome outcome, string note, params (string Name, string? Value)[] facts)
    {
        var caseId = input.Step.CaseId;
        var descriptor = catalogue.Get(step.Remediation).Descriptor;
        var isDone = outcome == StepOutcome.Executed;
        note = StepLabels.Shorten(note);
        await audit.AppendAsync(
            StepAudit.Entry(
                input.Step, step, $"{EndKey(input)}/after", AuditKinds.StepExecuted, StepLabels.Shorten(isDone ? note : $"Not done: {note}"),
                [("outcome", outcome.ToString()), ("multi-admin-approval", input.Report.MultiAdminApproval), .. facts]),
            context.Cancellation);
        await caseStore.UpdateAsync(
            caseId,
            record => record with
            {
                State = CaseState.Working,
                WaitingFor = null,
                Doing = isDone ? "Continuing after Multi Admin Approval" : record.Doing,
                Steps = [.. record.Steps.Select(at => at.Id == step.Id ? at with { State = StateOf(outcome), Note = note } : at)],
            },
            context.Cancellation);
        metrics.StepEnded(step.Remediation, StepLabels.Of(outcome));
        // The plan ends here. What failed may have been sent, and counts.
        if (!isDone)
            await budgets.GiveBackAsync(await guard.PlanAsync(input.Step, context.Cancellation), outcome == StepOutcome.Failed ? input.Step.Index + 1 : input.Step.Index, null, context.Cancellation);
        // What is read back soon stays taken until then, as after any execution.
        if (!isDone || descriptor.VerifyFor > TargetLeases.LongestHold)
            await leases.ReleaseAsync(step.TargetKind, step.TargetId, StepHolder.Of(context.InstanceId, input.Step), context.Cancellation);
        var report = input.Report with
        {
            Outcome = outcome,
            Note = note,
            UndoOnFailure = isDone && descriptor is { Reversibility: Reversibility.Undoable, IsContainment: false },
        };
        return await first.KeepAsync(caseId, EndKey(input), report, context.Cancellation);
    }

    private static CaseStepState StateOf(StepOutcome outcome) => outcome switch
    {
        StepOutcome.Executed => CaseStepState.Verifying,
        StepOutcome.Failed => CaseStepState.Failed,
        _ => CaseStepState.Skipped,
    };

    /// <summary>What <see cref="ResumeAfterApproval"/> takes.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="Report">Its report, with the code of the request.</param>
    /// <param name="NextEvent">Name of the event for which the workflow waits next.</param>
    /// <param name="IsLast">True when the patience ends with this look.</param>
    public sealed record Input(StepInput Step, StepReport Report, string NextEvent, bool IsLast);
}
