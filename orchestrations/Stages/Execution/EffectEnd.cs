using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>How an effect ended: what is written, returned, released and reported, in this order.</summary>
/// <typeparam name="TReport">What the workflow gets.</typeparam>
/// <param name="Report">What the workflow gets.</param>
/// <param name="Label">How it ended, in figures; null when it has not ended: then the report is not kept, and nothing but <paramref name="KeepsTarget"/> counts.</param>
/// <param name="KeepsTarget">True when the target stays reserved until the effect is read back, or stays queued for.</param>
internal sealed record EffectEnd<TReport>(TReport Report, string? Label, bool KeepsTarget)
    where TReport : class
{
    /// <summary>The receipt in the audit log; null when another activity writes it.</summary>
    public StepEntry? Receipt { get; init; }

    /// <summary>The state of the step on the case page; null leaves it.</summary>
    public CaseStepState? State { get; init; }

    /// <summary>What the case page says of the step.</summary>
    public string? Note { get; init; }

    /// <summary>What else changes in the case record; null when nothing does.</summary>
    public Func<CaseRecord, CaseRecord>? Case { get; init; }

    /// <summary>The budget that is returned; null when none is.</summary>
    public BudgetReturn? Returns { get; init; }

    /// <summary>It has not ended; the workflow asks again, or has nothing to ask.</summary>
    public static EffectEnd<TReport> NotKept(TReport report, bool keepsTarget) => new(report, null, keepsTarget);
}
