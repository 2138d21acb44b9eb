using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>What <see cref="AccessExpiryWorkflow"/> takes.</summary>
/// <param name="Step">The step that is taken back.</param>
/// <param name="StartedAt">When the step started, UTC.</param>
/// <param name="ExpiresAt">When it is taken back, UTC.</param>
public sealed record AccessExpiryInput(StepInput Step, DateTimeOffset StartedAt, DateTimeOffset ExpiresAt);
