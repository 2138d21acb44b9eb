namespace HelpDesk.Orchestrations.Stages.Health;

/// <summary>Everything we depend on.</summary>
/// <param name="Entries">In the order of their names.</param>
public sealed record HealthReport(IReadOnlyList<HealthEntry> Entries)
{
    /// <summary>The worst of all.</summary>
    public HealthState State => Entries.Count == 0 ? HealthState.Healthy : Entries.Max(entry => entry.State);

    /// <summary>True while tickets can be accepted.</summary>
    public bool IsReady => State != HealthState.Unhealthy;
}

/// <summary>One thing we depend on.</summary>
/// <param name="Name">Its name, kebab-case.</param>
/// <param name="State">How it is.</param>
/// <param name="Advice">What to change, naming the setting, permission or role; null when it works. Only our own words.</param>
public sealed record HealthEntry(string Name, HealthState State, string? Advice);

/// <summary>How something we depend on is.</summary>
public enum HealthState
{
    /// <summary>It works, as far as is known.</summary>
    Healthy,

    /// <summary>It does not work, and tickets wait or go to a person meanwhile.</summary>
    Degraded,

    /// <summary>It does not work, and without it nothing can be accepted.</summary>
    Unhealthy,
}
