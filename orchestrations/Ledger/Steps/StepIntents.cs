using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Ledger.Steps;

/// <summary>Keeps which steps were about to be sent, insert-only: what was never intended cannot have changed anything.</summary>
public sealed class StepIntents(ActivityResults results)
{
    /// <summary>Keeps that a step is about to be sent; the first one counts.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public Task<StepIntended> KeepAsync(StepInput step, StepIntended intended, CancellationToken cancellation) =>
        results.KeepAsync(step.CaseId, KeyOf(step), intended, cancellation);

    /// <summary>When and under which key a step was sent; null when it never was.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public Task<StepIntended?> FindAsync(StepInput step, CancellationToken cancellation) =>
        results.FindAsync<StepIntended>(step.CaseId, KeyOf(step), cancellation);

    private static string KeyOf(StepInput step) => string.Create(CultureInfo.InvariantCulture, $"intended/{step.PlanHash}/{step.Index}");
}

/// <summary>Kept right before a step is sent: from here on it may have changed something, whatever its report says or whether it has one.</summary>
/// <param name="At">When the step's first attempt started, UTC.</param>
/// <param name="Key">The idempotency key under which it is sent.</param>
public sealed record StepIntended(DateTimeOffset At, string Key);
