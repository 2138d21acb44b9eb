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
