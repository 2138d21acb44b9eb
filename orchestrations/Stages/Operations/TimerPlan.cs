namespace HelpDesk.Orchestrations.Stages.Operations;

/// <summary>A timer that a head runs; the head registers one for each.</summary>
/// <param name="Name">Its name, kebab-case; that of its runs.</param>
/// <param name="What">What it does, for people.</param>
/// <param name="Every">How far apart its runs are.</param>
public sealed record TimerPlan(string Name, string What, TimeSpan Every);
