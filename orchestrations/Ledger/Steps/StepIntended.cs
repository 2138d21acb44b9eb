namespace HelpDesk.Orchestrations.Ledger.Steps;

/// <summary>Kept right before a step is sent: from here on it may have changed something, whatever its report says or whether it has one.</summary>
/// <param name="At">When the step's first attempt started, UTC.</param>
/// <param name="Key">The idempotency key under which it is sent.</param>
public sealed record StepIntended(DateTimeOffset At, string Key);
