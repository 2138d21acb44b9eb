namespace HelpDesk.Orchestrations.Stages.Health;

/// <summary>One thing we depend on.</summary>
/// <param name="Name">Its name, kebab-case.</param>
/// <param name="State">How it is.</param>
/// <param name="Advice">What to change, naming the setting, permission or role; null when it works. Only our own words.</param>
public sealed record HealthEntry(string Name, HealthState State, string? Advice);
