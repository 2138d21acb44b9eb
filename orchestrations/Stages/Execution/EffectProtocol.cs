using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>
/// The one way to an effect, for a step, its undo and its resumption: kept report, guard, target, budget, check, intent, effect,
/// receipt, budget returned, target released, report kept. A process may stop between any two; the next attempt goes on from what is
/// written. The report is kept last, because an attempt that finds it does nothing any more.
/// </summary>
public sealed class EffectProtocol(PlanGuard guard, RemediationCatalogue catalogue, StepReservations reservations, StepRecorder recorder, ActivityResults results, PolicySet policy)
{
    /// <summary>Runs one attempt.</summary>
    /// <returns>The effect's report; the one kept before, when there is one.</returns>
    /// <exception cref="VendorException">The attempt may be repeated.</exception>
    internal async Task<TReport> RunAsync<TReport>(Effect<TReport> effect)
        where TReport : class
    {
        var (input, cancellation) = (effect.Input, effect.Context.Cancellation);
        if (await results.FindAsync<TReport>(input.CaseId, effect.Key, cancellation) is { } kept)
            return kept;

        await effect.OpenAsync();
        if (await guard.FindStepAsync(effect.Context, input) is not { } at)
        {
            await recorder.AuditRefusalAsync(input, $"{effect.Key}/after", effect.ReceiptKind, PlanGuard.OtherPlan, cancellation);
            return await results.KeepAsync(input.CaseId, effect.Key, effect.OtherPlan(PlanGuard.OtherPlan), cancellation);
        }

        var descriptor = catalogue.Describe(at.Step.Remediation);
        if (await WhyNotAsync(effect, at) is { } refusal)
            return await EndAsync(effect, at, await effect.StopAsync(at, descriptor, EffectStop.Refused, refusal));
        if (!effect.IsConsequence(at.Plan) && await guard.WhyStopAsync(input.CaseId, descriptor is { IsContainment: true }, cancellation) is { } stop)
            return await EndAsync(effect, at, await effect.StopAsync(at, descriptor, EffectStop.Stopped, stop));

        var remediation = catalogue.Get(at.Step.Remediation);
        return await EndAsync(
            effect, at,
            await CatchAsync(effect, at, remediation, () => effect.PrepareAsync(at, remediation))
                ?? await ReserveAsync(effect, at, remediation.Descriptor)
                ?? await CatchAsync(effect, at, remediation, () => SendAsync(effect, at, remediation))
                ?? throw new InvalidOperationException("An effect that was sent has an end."));
    }

    private async Task<string?> WhyNotAsync<TReport>(Effect<TReport> effect, CurrentStep at)
        where TReport : class =>
        effect.IsConsequence(at.Plan) ? await guard.WhyNoConsequenceAsync(at.Input, at.Verified, at.Cancellation)
            : effect.WhyWrongPlan(at.Plan) ?? await guard.WhyNotAsync(at.Input, at.Verified, at.Cancellation) ?? WhyNotAtOnce(at);

    // Policy may have been changed by a restart since the plan was allowed.
    private string? WhyNotAtOnce(CurrentStep at) =>
        at.Plan.IsContainment && catalogue.Describe(at.Step.Remediation) is { } descriptor && !policy.Containment.Covers(at.Plan, descriptor)
            ? $"'{descriptor.Title}' does not run at once (policy/containment.yaml)."
            : null;

    private async Task<EffectEnd<TReport>?> ReserveAsync<TReport>(Effect<TReport> effect, CurrentStep at, RemediationDescriptor descriptor)
        where TReport : class
    {
        if (effect.TakesTarget(descriptor) && await reservations.TakeTargetAsync(at, effect.GoesFirst(descriptor)) is { IsTaken: false } taken && !effect.WaitsForNobody(at.Plan))
            return await effect.StopAsync(at, descriptor, EffectStop.Busy, taken.HeldBy!);
        // What was sent may have had its effect, which counted in the hour it was sent.
        return effect.TakesBudget(at.Plan) && !await effect.WasIntendedAsync() && await reservations.ReserveBudgetAsync(at) is { } exceeded
            ? await effect.StopAsync(at, descriptor, EffectStop.OverBudget, exceeded)
            : null;
    }

    private async Task<EffectEnd<TReport>?> SendAsync<TReport>(Effect<TReport> effect, CurrentStep at, IRemediation remediation)
        where TReport : class
    {
        if (await effect.CheckAsync(at, remediation, await effect.WasIntendedAsync()) is { } end)
            return end;
        if (await effect.IntendAsync(at, remediation.Descriptor) is { } intent)
        {
            await recorder.AuditAsync(at, intent.Entry);
            if (intent.Doing is { } doing)
                await recorder.MarkAsync(at, CaseStepState.Running, null, doing);
        }

        return await effect.SendAsync(at, remediation);
    }

    private static async Task<EffectEnd<TReport>?> CatchAsync<TReport>(Effect<TReport> effect, CurrentStep at, IRemediation remediation, Func<Task<EffectEnd<TReport>?>> part)
        where TReport : class
    {
        try
        {
            return await part();
        }
        catch (VendorException error) when (!error.IsRetryable)
        {
            return await effect.StopAsync(at, remediation.Descriptor, EffectStop.Failed, error.Message, error);
        }
    }

    private async Task<TReport> EndAsync<TReport>(Effect<TReport> effect, CurrentStep at, EffectEnd<TReport> end)
        where TReport : class
    {
        if (end.Receipt is { } receipt)
            await recorder.AuditAsync(at, receipt);
        if (end.Case is { } change)
            await recorder.UpdateAsync(at, change);
        if (end.Label is not null)
            await recorder.MarkAsync(at, end.State, end.Note);
        if (end.Returns is { } returned)
            await reservations.ReturnBudgetAsync(at, returned);
        if (!end.KeepsTarget)
            await reservations.ReleaseTargetAsync(at);
        if (end.Label is not { } label)
            return end.Report;
        recorder.Count(at, label);
        if (end.State == CaseStepState.Verifying)
            await recorder.CountContainmentAsync(at);
        return await results.KeepAsync(at.Input.CaseId, effect.Key, end.Report, at.Cancellation);
    }
}
