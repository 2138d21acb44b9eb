namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>Kept at the first attempt of a step, so that all attempts speak of the same start.</summary>
/// <param name="At">UTC.</param>
public sealed record StepStarted(DateTimeOffset At);
