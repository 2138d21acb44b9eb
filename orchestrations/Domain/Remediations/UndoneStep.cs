namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>What a step that is to be undone left behind.</summary>
/// <param name="StateAfter">The state after it, canonical JSON: the undo stops when the target looks otherwise.</param>
/// <param name="StateAfterText">The same, in one sentence.</param>
/// <param name="StartedAt">When the step started, UTC.</param>
public sealed record UndoneStep(string StateAfter, string StateAfterText, DateTimeOffset StartedAt);
