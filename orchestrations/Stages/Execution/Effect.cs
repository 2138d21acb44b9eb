using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>
/// One attempt at one effect: what <see cref="EffectProtocol"/> asks on its way. It decides what is checked, sent and said; the order
/// is the protocol's.
/// </summary>
/// <typeparam name="TReport">What the workflow gets.</typeparam>
/// <param name="context">The activity.</param>
/// <param name="input">The step.</param>
/// <param name="key">Under which its report is kept.</param>
internal abstract class Effect<TReport>(ActivityContext context, StepInput input, string key)
    where TReport : class
{
    /// <summary>The activity.</summary>
    public ActivityContext Context => context;

    /// <summary>The step.</summary>
    public StepInput Input => input;

    /// <summary>Under which its report is kept.</summary>
    public string Key => key;

    /// <summary>The kind of its receipt in the audit log.</summary>
    public abstract string ReceiptKind { get; }

    /// <summary>The report when the stored plan is not the one that was allowed: nothing of it is believed.</summary>
    /// <param name="why">The same, in one sentence.</param>
    public abstract TReport OtherPlan(string why);

    /// <summary>Done before the plan is read, whenever no report is kept yet.</summary>
    public virtual Task OpenAsync() => Task.CompletedTask;

    /// <summary>Why this plan is none that this effect belongs to; null when it is.</summary>
    public virtual string? WhyWrongPlan(Plan plan) => null;

    /// <summary>True when it was decided together with a step that ran: neither an approval nor the kill switch is asked for again.</summary>
    public virtual bool IsConsequence(Plan plan) => false;

    /// <summary>Reads what must be known before the target is taken. Null goes on.</summary>
    public virtual Task<EffectEnd<TReport>?> PrepareAsync(CurrentStep at, IRemediation remediation) => Task.FromResult<EffectEnd<TReport>?>(null);

    /// <summary>True when it changes the target, so that no other case may at the same time.</summary>
    public virtual bool TakesTarget(RemediationDescriptor descriptor) => true;

    /// <summary>True when it does not queue behind other cases.</summary>
    public virtual bool GoesFirst(RemediationDescriptor descriptor) => false;

    /// <summary>True when it is sent although another step holds its target.</summary>
    public virtual bool WaitsForNobody(Plan plan) => false;

    /// <summary>True when it takes a place in the hour's budget.</summary>
    public virtual bool TakesBudget(Plan plan) => true;

    /// <summary>True when an attempt before this one may have sent it.</summary>
    public abstract Task<bool> WasIntendedAsync();

    /// <summary>Reads the target right before the effect. Null goes on.</summary>
    /// <param name="at">The step.</param>
    /// <param name="remediation">What does it.</param>
    /// <param name="wasIntended">What <see cref="WasIntendedAsync"/> said.</param>
    public abstract Task<EffectEnd<TReport>?> CheckAsync(CurrentStep at, IRemediation remediation, bool wasIntended);

    /// <summary>Keeps that it is about to be sent; what the audit log then says, or null when it says so already.</summary>
    public abstract Task<EffectIntent?> IntendAsync(CurrentStep at, RemediationDescriptor descriptor);

    /// <summary>Sends it, under its idempotency key.</summary>
    public abstract Task<EffectEnd<TReport>> SendAsync(CurrentStep at, IRemediation remediation);

    /// <summary>How it ends when the protocol stops it.</summary>
    /// <param name="at">The step.</param>
    /// <param name="descriptor">What is known of its remediation; null when nothing is.</param>
    /// <param name="stop">What stopped it.</param>
    /// <param name="why">Why, in one sentence.</param>
    /// <param name="error">The target system's error, for <see cref="EffectStop.Failed"/>.</param>
    public abstract Task<EffectEnd<TReport>> StopAsync(CurrentStep at, RemediationDescriptor? descriptor, EffectStop stop, string why, VendorException? error = null);
}

/// <summary>What stops an effect on the protocol's way.</summary>
internal enum EffectStop
{
    /// <summary>It may not run: not approved, or switched off.</summary>
    Refused,

    /// <summary>Nothing may run now: the kill switch is on, or a person was asked for.</summary>
    Stopped,

    /// <summary>Another case changes the target.</summary>
    Busy,

    /// <summary>The hour's budget is used up.</summary>
    OverBudget,

    /// <summary>The target system would not do it.</summary>
    Failed,
}

/// <summary>What is written before an effect is sent.</summary>
/// <param name="Entry">The entry in the audit log.</param>
/// <param name="Doing">What the case does now, for its page; null leaves its page as it is.</param>
internal sealed record EffectIntent(StepEntry Entry, string? Doing = null);
