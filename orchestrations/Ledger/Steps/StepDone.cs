namespace HelpDesk.Orchestrations.Ledger.Steps;

/// <summary>A step that changed something and was read back: what can be undone, and how the target looked then.</summary>
/// <param name="Step">The step.</param>
/// <param name="StartedAt">When it started, UTC.</param>
/// <param name="StateAfter">The state after it, as the remediation's own type; canonical JSON.</param>
/// <param name="StateAfterText">The same, in one sentence.</param>
public sealed record StepDone(StepInput Step, DateTimeOffset StartedAt, string StateAfter, string StateAfterText);
