using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>What <see cref="VerifyStep"/> takes.</summary>
/// <param name="Step">The step.</param>
/// <param name="Key">Idempotency key of its execution.</param>
/// <param name="StartedAt">When it started, UTC.</param>
/// <param name="IsOurs">True when this step changed something, so that it can be undone; false when it was so already.</param>
/// <param name="IsLast">True when the patience ends with this read-back.</param>
public sealed record VerifyStepInput(StepInput Step, string Key, DateTimeOffset StartedAt, bool IsOurs, bool IsLast);
