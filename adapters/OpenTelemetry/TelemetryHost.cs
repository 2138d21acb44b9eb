using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace HelpDesk.Adapters.OpenTelemetry;

/// <summary>What a head tells about itself.</summary>
public sealed record TelemetryHost
{
    /// <summary>Activity sources of the head itself, such as its durable engine's. Default none.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>True when this process answers requests itself; false behind the Functions host, which tells them. Default true.</summary>
    public bool HearsRequests { get; init; } = true;

    /// <summary>Adds to traces; after the cleaner. For tests. Default nothing.</summary>
    public Action<TracerProviderBuilder>? ConfigureTracing { get; init; }

    /// <summary>Adds to figures. For tests. Default nothing.</summary>
    public Action<MeterProviderBuilder>? ConfigureMetrics { get; init; }

    /// <summary>Adds to logs. For tests. Default nothing.</summary>
    public Action<OpenTelemetryLoggerOptions>? ConfigureLogs { get; init; }

    /// <summary>True when one of the three above exports.</summary>
    internal bool ExportsItself => ConfigureTracing is not null || ConfigureMetrics is not null || ConfigureLogs is not null;
}
