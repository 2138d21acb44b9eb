using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution.Undo;

/// <summary>The undo of a step.</summary>
internal sealed class UndoEffect(ActivityContext context, UndoStepInput input, StepIntents intents, DoneSteps done, ActivityResults results, TimeProvider time)
    : Effect<UndoReport>(context, input.Step, context.IdempotencyKey)
{
    private StepIntended? _sent;
    private bool _wasIntended;
    private CapturedState? _now;

    public override string ReceiptKind => AuditKinds.Undone;

    public override UndoReport OtherPlan(string why) => new(UndoOutcome.Refused, why, TimeSpan.Zero, TimeSpan.Zero);

    // What an operator asked for is a plan like any other. What follows from a failed step or from the end of a time was decided with its plan.
    public override bool IsConsequence(Plan plan) => plan.Undoes is null;

    // Only what an operator asked for waits for a budget: half a plan that failed, or access that has expired, does not stay for want of one.
    public override bool TakesBudget(Plan plan) => plan.Undoes is not null;

    public override async Task<EffectEnd<UndoReport>?> PrepareAsync(CurrentStep at, IRemediation remediation)
    {
        if (!input.IsUncertain)
            return null;
        _sent = await intents.FindAsync(Input, at.Cancellation);
        return _sent is null
            ? EffectEnd<UndoReport>.NotKept(new UndoReport(UndoOutcome.NothingToUndo, "It was never begun.", TimeSpan.Zero, TimeSpan.Zero), keepsTarget: false)
            : null;
    }

    public override async Task<bool> WasIntendedAsync() => await results.FindAsync<StepStarted>(Input.CaseId, IntendedKey, Context.Cancellation) is not null;

    public override async Task<EffectEnd<UndoReport>?> CheckAsync(CurrentStep at, IRemediation remediation, bool wasIntended)
    {
        var descriptor = remediation.Descriptor;
        if (MustStay(descriptor))
        {
            // Whether it had its effect is read once, for the person who takes over.
            var shown = await remediation.VerifyAsync(new RemediationCall(Input.CaseId, at.Step, _sent!.Key, _sent.At), at.Cancellation);
            return shown.Outcome == ReadBackOutcome.Verified
                ? End(at, descriptor, UndoOutcome.Stands, $"{WhyItStays(descriptor)} {BothStates(at, shown.Evidence)}")
                : End(at, descriptor, UndoOutcome.NothingToUndo, $"Its effect does not show: {shown.Evidence}");
        }

        _wasIntended = wasIntended;
        var left = at.Step.Undone ?? await LeftAsync(at);
        _now = await remediation.CaptureAsync(at.Target, at.Cancellation);
        // An attempt that died may have undone it; what it left is no drift.
        if ((left is null && !input.IsUncertain) || wasIntended)
            return null;
        return IsAsBefore(at) ? End(at, descriptor, UndoOutcome.NothingToUndo, $"Nothing to undo, it is as before the step: {_now.Text}")
            : left is not null && !_now.Matches(left.StateAfter)
                ? End(at, descriptor, UndoOutcome.Drifted, $"Not undone, because someone else has changed it since. After our step: {left.StateAfterText} Now: {_now.Text}")
                : null;
    }

    public override async Task<EffectIntent?> IntendAsync(CurrentStep at, RemediationDescriptor descriptor)
    {
        await results.KeepAsync(Input.CaseId, IntendedKey, new StepStarted(time.GetUtcNow()), at.Cancellation);
        return new(new($"{Key}/before", AuditKinds.UndoIntended, $"'{descriptor.Title}' is about to be undone.", ("why", input.Why)));
    }

    public override async Task<EffectEnd<UndoReport>> SendAsync(CurrentStep at, IRemediation remediation)
    {
        var receipt = await remediation.UndoAsync(new RemediationCall(Input.CaseId, at.Step, Key, at.Step.Undone?.StartedAt ?? input.StartedAt), at.Cancellation);
        var outcome = receipt.HadEffect ? UndoOutcome.Undone
            : !IsAsBefore(at) ? UndoOutcome.Failed
            : _wasIntended ? UndoOutcome.Undone : UndoOutcome.NothingToUndo;
        var summary = outcome == UndoOutcome.Failed ? $"{receipt.Summary} {BothStates(at, _now!.Text)}" : receipt.Summary;
        return End(at, remediation.Descriptor, outcome, summary, ("request-id", receipt.RequestId), ("had-effect", receipt.HadEffect ? "yes" : "no"));
    }

    public override Task<EffectEnd<UndoReport>> StopAsync(CurrentStep at, RemediationDescriptor? descriptor, EffectStop stop, string why, VendorException? error = null) => Task.FromResult(stop switch
    {
        EffectStop.Busy => EffectEnd<UndoReport>.NotKept(new UndoReport(UndoOutcome.Busy, StepEnds.Busy(at, why), TimeSpan.Zero, TimeSpan.Zero), keepsTarget: true),
        EffectStop.Failed when MustStay(descriptor!) => End(
            at, descriptor, UndoOutcome.Stands, $"{WhyItStays(descriptor!)} {BothStates(at, $"it cannot be read, {why}")}", ("code", error!.Code), ("request-id", error.RequestId)),
        EffectStop.Failed => End(
            at, descriptor, UndoOutcome.Failed, $"Could not be undone: {why} {BothStates(at, _now?.Text ?? "it cannot be read.")}", ("code", error!.Code), ("request-id", error.RequestId)),
        _ => End(at, descriptor, UndoOutcome.Refused, why),
    });

    private string IntendedKey => $"{Key}/intended";

    private bool MustStay(RemediationDescriptor descriptor) => _sent is not null && (descriptor.IsContainment || descriptor.Reversibility != Reversibility.Undoable);

    private bool IsAsBefore(CurrentStep at) => _now!.Matches(at.Step.PriorState);

    private async Task<UndoneStep?> LeftAsync(CurrentStep at) =>
        await done.FindAsync(Input.CaseId, Input.PlanHash, Input.Index, at.Cancellation) is { } left ? new UndoneStep(left.StateAfter, left.StateAfterText, left.StartedAt) : null;

    private static string WhyItStays(RemediationDescriptor descriptor) =>
        descriptor.IsContainment ? "It stays as it is now, because it contains the threat." : $"Not undone. {descriptor.Undo}";

    // What a person needs who decides what is to become of it.
    private static string BothStates(CurrentStep at, string now) => $"Before the step: {at.Step.PriorStateText} Now: {now}";

    private EffectEnd<UndoReport> End(CurrentStep at, RemediationDescriptor? descriptor, UndoOutcome outcome, string note, params (string Name, string? Value)[] facts)
    {
        note = StepLabels.Shorten(note);
        var isUndone = outcome == UndoOutcome.Undone;
        var report = new UndoReport(outcome, note, descriptor?.VerifyFor ?? TimeSpan.Zero, descriptor?.VerifyEvery ?? TimeSpan.Zero);
        return new(report, isUndone ? StepLabels.Undone : StepLabels.NotUndone, KeepsTarget: isUndone && StepReservations.HoldsUntilReadBack(descriptor!))
        {
            Receipt = new($"{Key}/after", AuditKinds.Undone, note, [("outcome", outcome.ToString()), ("why", input.Why), .. facts]),
            Note = input.IsUncertain ? StepLabels.Shorten($"{note} {input.Why}") : note,
            State = outcome switch
            {
                UndoOutcome.Undone => CaseStepState.Verifying,
                // A step that failed without any effect failed; it was not undone.
                UndoOutcome.NothingToUndo => input.IsUncertain ? null : CaseStepState.Undone,
                _ when at.Step.Undone is not null => CaseStepState.Failed,
                _ => null,
            },
            Returns = at.Step.Undone is null || isUndone ? null : Returned(at, outcome),
        };
    }

    // What changed nothing does not count, nor does what follows when the undo ends here. A failure may have changed something.
    private static BudgetReturn Returned(CurrentStep at, UndoOutcome outcome) => outcome switch
    {
        UndoOutcome.NothingToUndo => BudgetReturn.Only(at),
        UndoOutcome.Failed => BudgetReturn.After(at),
        _ => BudgetReturn.With(at),
    };
}
