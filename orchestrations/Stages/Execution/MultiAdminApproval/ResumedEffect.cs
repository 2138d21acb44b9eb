using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;

/// <summary>A step that waits for Intune's Multi Admin Approval. Its report has its own key beside that of the step, under which the report that waits is kept.</summary>
internal sealed class ResumedEffect(ActivityContext context, ResumeAfterApproval.Input input, IDirectory directory, IMultiAdminApprovals requests, CaseSignal signal)
    : Effect<StepReport>(context, input.Step, $"{input.Report.Key}/multi-admin-approval")
{
    private bool _isCompleted;

    public override string ReceiptKind => AuditKinds.StepExecuted;

    public override StepReport OtherPlan(string why) => input.Report with { Outcome = StepOutcome.Refused, Note = why };

    public override Task OpenAsync() => signal.RegisterWaitAsync(Input.CaseId, input.NextEvent, Context.Cancellation);

    public override async Task<EffectEnd<StepReport>?> PrepareAsync(CurrentStep at, IRemediation remediation)
    {
        var status = await requests.GetStatusAsync(input.Report.MultiAdminApproval!, at.Cancellation);
        _isCompleted = status.State == MultiAdminApprovalState.Completed;
        return status.State switch
        {
            MultiAdminApprovalState.Granted or MultiAdminApprovalState.Completed => null,
            MultiAdminApprovalState.Waiting when input.IsLast => End(at, remediation.Descriptor, StepOutcome.Failed, $"Multi Admin Approval was not decided in time. {status.Text}"),
            MultiAdminApprovalState.Waiting => EffectEnd<StepReport>.NotKept(input.Report, keepsTarget: true),
            _ => End(at, remediation.Descriptor, StepOutcome.Failed, status.Text),
        };
    }

    public override bool GoesFirst(RemediationDescriptor descriptor) => descriptor.IsContainment;

    // It counts in the hour in which it is done; what Intune did by itself is done.
    public override bool TakesBudget(Plan plan) => !_isCompleted;

    // It was sent once, and nothing was done; the second time counts.
    public override Task<bool> WasIntendedAsync() => Task.FromResult(false);

    public override async Task<EffectEnd<StepReport>?> CheckAsync(CurrentStep at, IRemediation remediation, bool wasIntended)
    {
        var descriptor = remediation.Descriptor;
        // Policy decided before the wait, which may have been days: no one who has become an administrator since is changed.
        if (!_isCompleted && await AboveCeilingAsync(at.Plan, descriptor, at.Cancellation) is { } above)
            return End(at, descriptor, StepOutcome.Refused, above);
        var precondition = await remediation.CheckAsync(Call(at), at.Cancellation);
        return precondition.Outcome == PreconditionOutcome.Refused ? End(at, descriptor, StepOutcome.Refused, precondition.Reason!)
            // Intune did it already, or an attempt before this one sent it.
            : precondition.Outcome == PreconditionOutcome.AlreadyDone || _isCompleted
                ? End(at, descriptor, StepOutcome.Executed, "Multi Admin Approval was given, and Intune has taken the action up.")
                : null;
    }

    // The audit log has the intent since the action was sent first.
    public override Task<EffectIntent?> IntendAsync(CurrentStep at, RemediationDescriptor descriptor) => Task.FromResult<EffectIntent?>(null);

    public override async Task<EffectEnd<StepReport>> SendAsync(CurrentStep at, IRemediation remediation)
    {
        var receipt = await remediation.ExecuteAsync(Call(at), at.Cancellation);
        return receipt.MultiAdminApprovalCode is null
            ? End(at, remediation.Descriptor, StepOutcome.Executed, $"{receipt.Summary} Multi Admin Approval had been given.", ("request-id", receipt.RequestId))
            : End(at, remediation.Descriptor, StepOutcome.Failed, "Intune asked for Multi Admin Approval again although it had been given; the action is not sent a third time.", ("request-id", receipt.RequestId));
    }

    public override Task<EffectEnd<StepReport>> StopAsync(CurrentStep at, RemediationDescriptor? descriptor, EffectStop stop, string why, VendorException? error = null) => Task.FromResult(stop switch
    {
        EffectStop.Busy => Later(at, descriptor, $"the case {why} changes the same {StepLabels.Of(at.Step.TargetKind)}.", keepsTarget: true),
        EffectStop.OverBudget => Later(at, descriptor, why, keepsTarget: false),
        EffectStop.Stopped => End(at, descriptor, StepOutcome.Stopped, why),
        EffectStop.Failed => End(at, descriptor, StepOutcome.Failed, why, ("code", error!.Code), ("request-id", error.RequestId)),
        _ => End(at, descriptor, StepOutcome.Refused, why),
    });

    private RemediationCall Call(CurrentStep at) =>
        new(Input.CaseId, at.Step, input.Report.Key, input.Report.StartedAt) { ApprovalId = Input.ApprovalId, MultiAdminApprovalCode = input.Report.MultiAdminApproval };

    private async Task<string?> AboveCeilingAsync(Plan plan, RemediationDescriptor descriptor, CancellationToken cancellation) =>
        await directory.GetPersonAsync(plan.SubjectId, cancellation) is not { } subject ? "The account is no longer in the directory."
        : subject.Roles.FirstOrDefault(role => !descriptor.RoleCeiling.Covers(role)) is { } role
            ? $"The account holds {role.Name} since the approval, and '{descriptor.Title}' is only for {descriptor.RoleCeiling.Words()}."
            : null;

    // Asked again with the next status; after the last one it failed, because no one asks any more.
    private EffectEnd<StepReport> Later(CurrentStep at, RemediationDescriptor? descriptor, string why, bool keepsTarget) => input.IsLast
        ? End(at, descriptor, StepOutcome.Failed, $"Multi Admin Approval was given, but it could not be done in time: {why}")
        : EffectEnd<StepReport>.NotKept(input.Report, keepsTarget);

    private EffectEnd<StepReport> End(CurrentStep at, RemediationDescriptor? descriptor, StepOutcome outcome, string note, params (string Name, string? Value)[] facts)
    {
        var isDone = StepEnds.IsDone(outcome);
        var report = input.Report with { Outcome = outcome, Note = StepLabels.Shorten(note), UndoOnFailure = StepEnds.IsUndoneOnFailure(outcome, descriptor) };
        return StepEnds.Of(report, descriptor, $"{Key}/after", [("multi-admin-approval", input.Report.MultiAdminApproval), .. facts]) with
        {
            Case = record => record with { State = CaseState.Working, WaitingFor = null, Doing = isDone ? "Continuing after Multi Admin Approval" : record.Doing },
            // The plan ends here. What failed may have been sent, and counts.
            Returns = isDone ? null : outcome == StepOutcome.Failed ? BudgetReturn.After(at) : BudgetReturn.With(at),
        };
    }
}
