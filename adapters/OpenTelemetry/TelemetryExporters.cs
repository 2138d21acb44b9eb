using Microsoft.Extensions.Configuration;

namespace HelpDesk.Adapters.OpenTelemetry;

/// <summary>Where telemetry goes, by the variables that OpenTelemetry and Application Insights themselves define. None set = nowhere, at no cost.</summary>
public sealed class TelemetryExporters
{
    /// <summary>Address of a collector that takes OTLP; the other <c>OTEL_EXPORTER_OTLP_*</c> variables refine it.</summary>
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Connection string of Application Insights.</summary>
    public const string MonitorConnection = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary><c>Authorization=AAD</c>, and <c>ClientId=...</c> for a user-assigned identity: the app signs in to Application Insights.</summary>
    public const string MonitorAuthentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    private TelemetryExporters(string? otlp, string? monitor, bool signsIn, string? clientId) =>
        (Otlp, Monitor, SignsIn, ClientId) = (otlp, monitor, signsIn, clientId);

    /// <summary>The collector's address; null when it is not used.</summary>
    public string? Otlp { get; }

    /// <summary>The connection string of Application Insights; null when it is not used.</summary>
    public string? Monitor { get; }

    /// <summary>Whether the app's identity is shown to Application Insights.</summary>
    public bool SignsIn { get; }

    /// <summary>Client id of the user-assigned identity; null = the system-assigned one.</summary>
    public string? ClientId { get; }

    /// <summary>True when telemetry goes anywhere.</summary>
    public bool Any => Otlp is not null || Monitor is not null;

    /// <summary>Reads the settings.</summary>
    public static TelemetryExporters From(IConfiguration settings)
    {
        var parts = (settings[MonitorAuthentication] ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(static part => part.Length == 2)
            .GroupBy(static part => part[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(static part => part.Key, static part => part.First()[1], StringComparer.OrdinalIgnoreCase);
        return new TelemetryExporters(
            Value(settings[OtlpEndpoint]), Value(settings[MonitorConnection]),
            string.Equals(parts.GetValueOrDefault("Authorization"), "AAD", StringComparison.OrdinalIgnoreCase), Value(parts.GetValueOrDefault("ClientId")));
    }

    /// <summary>What is wrong with the settings, one line each.</summary>
    public IEnumerable<string> Faults()
    {
        if (Otlp is not null && (!Uri.TryCreate(Otlp, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")))
            yield return $"{OtlpEndpoint} must be an absolute address (http://collector:4317), or absent.";
        if (Monitor is not null && !Monitor.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase))
            yield return $"{MonitorConnection} must be a connection string of Application Insights (InstrumentationKey=...;IngestionEndpoint=...), or absent.";
    }

    private static string? Value(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
