namespace HelpDesk.Orchestrations.Stages.Health;

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
