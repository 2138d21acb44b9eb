using System.Globalization;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>A step that is done. A secret is only checked here: an entitled person collects it later (P3).</summary>
internal sealed class ForwardEffect(ActivityContext context, StepInput input, StepIntents intents, ActivityResults results, TimeProvider time)
    : Effect<StepReport>(context, input, context.IdempotencyKey)
{
    private StepStarted? _started;
    private Precondition _found = Precondition.Ready;

    public override string ReceiptKind => AuditKinds.StepExecuted;

    public override StepReport OtherPlan(string why) => new(StepLabels.Unknown(Input), StepOutcome.Refused, why, Key, time.GetUtcNow(), TimeSpan.Zero, TimeSpan.Zero, false, null);

    public override string? WhyWrongPlan(Plan plan) => plan.Undoes is null ? null : "An undo is never carried out forwards.";

    public override bool TakesTarget(RemediationDescriptor descriptor) => !descriptor.IsHandOver;

    public override bool GoesFirst(RemediationDescriptor descriptor) => descriptor.IsContainment;

    // Another step may hold the account for minutes, until its effect is read back; a stolen one is signed out now.
    public override bool WaitsForNobody(Plan plan) => plan.IsContainment;

    public override async Task<bool> WasIntendedAsync() => await intents.FindAsync(Input, Context.Cancellation) is not null;

    public override async Task<EffectEnd<StepReport>?> CheckAsync(CurrentStep at, IRemediation remediation, bool wasIntended)
    {
        var descriptor = remediation.Descriptor;
        if (!descriptor.IsHandOver)
            _started = await results.KeepAsync(Input.CaseId, $"{Key}/started", new StepStarted(time.GetUtcNow()), at.Cancellation);
        _found = await remediation.CheckAsync(Call(at), at.Cancellation);
        return _found.Outcome == PreconditionOutcome.Refused ? await EndAsync(at, descriptor, StepOutcome.Refused, _found.Reason!)
            : descriptor.IsHandOver ? await EndAsync(at, descriptor, StepOutcome.HandOver, "An entitled person gives it to its owner.")
            // What an attempt before this one intended is our own effect, even if that attempt died before it could say so.
            : _found.Outcome == PreconditionOutcome.AlreadyDone && !wasIntended ? await EndAsync(at, descriptor, StepOutcome.AlreadyDone, _found.Reason!)
            : null;
    }

    public override async Task<EffectIntent?> IntendAsync(CurrentStep at, RemediationDescriptor descriptor)
    {
        await intents.KeepAsync(Input, new StepIntended(_started!.At, Key), at.Cancellation);
        return new(new($"{Key}/before", AuditKinds.StepIntended, $"'{descriptor.Title}' is about to be done."), descriptor.Title);
    }

    public override async Task<EffectEnd<StepReport>> SendAsync(CurrentStep at, IRemediation remediation)
    {
        if (_found.Outcome == PreconditionOutcome.AlreadyDone)
            return await EndAsync(at, remediation.Descriptor, StepOutcome.Executed, _found.Reason!);
        var receipt = await remediation.ExecuteAsync(Call(at), at.Cancellation);
        return receipt.MultiAdminApprovalCode is { } code
            ? Waits(at, remediation.Descriptor, receipt, code)
            : await EndAsync(
                at, remediation.Descriptor, receipt.HadEffect ? StepOutcome.Executed : StepOutcome.AlreadyDone, receipt.Summary,
                ("request-id", receipt.RequestId), ("had-effect", receipt.HadEffect ? "yes" : "no"));
    }

    public override async Task<EffectEnd<StepReport>> StopAsync(CurrentStep at, RemediationDescriptor? descriptor, EffectStop stop, string why, VendorException? error = null) => stop switch
    {
        EffectStop.Busy => EffectEnd<StepReport>.NotKept(Report(at, descriptor, StepOutcome.Busy, StepEnds.Busy(at, why)), keepsTarget: true),
        EffectStop.Stopped => await EndAsync(at, descriptor, StepOutcome.Stopped, why),
        EffectStop.Failed => await EndAsync(at, descriptor, StepOutcome.Failed, why, ("code", error!.Code), ("request-id", error.RequestId)),
        _ => await EndAsync(at, descriptor, StepOutcome.Refused, why),
    };

    private RemediationCall Call(CurrentStep at) => new(Input.CaseId, at.Step, Key, _started?.At ?? time.GetUtcNow()) { ApprovalId = Input.ApprovalId };

    // Nothing was done yet: the target system keeps the request until its second administrator decides. Days may pass, so the target is released.
    private EffectEnd<StepReport> Waits(CurrentStep at, RemediationDescriptor descriptor, RemediationReceipt receipt, string code)
    {
        var report = Report(at, descriptor, StepOutcome.MultiAdminApproval, receipt.Summary) with { MultiAdminApproval = code };
        return new(report, StepLabels.Of(report.Outcome), KeepsTarget: false)
        {
            Receipt = new($"{Key}/multi-admin-approval", AuditKinds.MultiAdminApprovalRequested, report.Note, ("multi-admin-approval", code), ("request-id", receipt.RequestId)),
            Case = record => record with { State = CaseState.WaitingForMultiAdminApproval, Doing = ExecuteStep.WaitsForMultiAdminApproval },
            State = CaseStepState.Running,
            Note = report.Note,
        };
    }

    private async Task<EffectEnd<StepReport>> EndAsync(CurrentStep at, RemediationDescriptor? descriptor, StepOutcome outcome, string note, params (string Name, string? Value)[] facts)
    {
        var end = StepEnds.Of(Report(at, descriptor, outcome, note), descriptor, $"{Key}/after", facts) with { Returns = await ReturnsAsync(at, outcome) };
        // The secret hand-over writes its own entry.
        return outcome == StepOutcome.HandOver ? end with { Receipt = null } : end;
    }

    // What changed nothing does not count, nor does what follows when the plan ends here. What was sent counts, whatever became of it.
    private async Task<BudgetReturn?> ReturnsAsync(CurrentStep at, StepOutcome outcome) => outcome switch
    {
        StepOutcome.Executed or StepOutcome.HandOver => null,
        StepOutcome.AlreadyDone => BudgetReturn.Only(at),
        _ => await WasIntendedAsync() ? BudgetReturn.After(at) : BudgetReturn.With(at),
    };

    private StepReport Report(CurrentStep at, RemediationDescriptor? descriptor, StepOutcome outcome, string note) => new(
        at.Step.Id, outcome, StepLabels.Shorten(note), Key, _started?.At ?? time.GetUtcNow(),
        descriptor?.VerifyFor ?? TimeSpan.Zero, descriptor?.VerifyEvery ?? TimeSpan.Zero, StepEnds.IsUndoneOnFailure(outcome, descriptor),
        outcome == StepOutcome.Executed || (outcome == StepOutcome.HandOver && descriptor is { Reversibility: Reversibility.Undoable }) ? ExpiresAfter(at.Step) : null);

    private static TimeSpan? ExpiresAfter(PlanStep step) =>
        step.Parameters.TryGetValue("expiresAfter", out var text) && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) ? span : null;
}
