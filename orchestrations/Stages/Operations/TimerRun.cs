namespace HelpDesk.Orchestrations.Stages.Operations;

/// <summary>The last run of a timer.</summary>
/// <param name="Name">The timer, kebab-case.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="EndedAt">When it ended, UTC; null while it runs, or when its process died.</param>
/// <param name="Succeeded">Whether it did what it is for.</param>
/// <param name="Result">What came of it, in one line; ids and counts only.</param>
public sealed record TimerRun(string Name, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, bool Succeeded, string Result);
