using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace HelpDesk.Adapters.OpenTelemetry;

/// <summary>Registers telemetry: traces, figures and logs of the product, to OTLP, to Application Insights, to both or to nobody.</summary>
public static class TelemetryRegistration
{
    /// <summary>Name of the service in traces, unless <c>OTEL_SERVICE_NAME</c> says another.</summary>
    public const string ServiceName = "helpdesk";

    /// <summary>
    /// Adds it when an exporter is set (<see cref="TelemetryExporters"/>); nothing otherwise. Nothing is sampled away: a caller's
    /// flag does not decide what is kept.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The root of the settings.</param>
    /// <param name="head">What the head adds: its own sources, or the exporters of a test.</param>
    /// <returns>Where telemetry goes.</returns>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static TelemetryExporters AddTelemetry(this IServiceCollection services, IConfiguration settings, TelemetryHost head)
    {
        var exporters = TelemetryExporters.From(settings);
        if (string.Join(' ', exporters.Faults()) is { Length: > 0 } faults)
            throw new InvalidOperationException(faults);
        if (!exporters.Any && !head.ExportsItself)
            return exporters;

        var version = typeof(TelemetryRegistration).Assembly.GetName().Version?.ToString(3);
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(settings["OTEL_SERVICE_NAME"] is { Length: > 0 } name ? name : ServiceName, serviceVersion: version).AddEnvironmentVariableDetector())
            .WithTracing(tracing => Trace(tracing, exporters, head))
            .WithMetrics(metrics => Measure(metrics, exporters, head));
        services.AddLogging(logging => logging
            .AddOpenTelemetry(log => Log(log, exporters, head))
            // What the product says of each ticket. Of everything else only warnings, whatever the console shows: the web server's own
            // lines hold addresses with their queries, by which links are signed.
            .AddFilter<OpenTelemetryLoggerProvider>(category: null, LogLevel.Warning)
            .AddFilter<OpenTelemetryLoggerProvider>("HelpDesk", LogLevel.Information));
        return exporters;
    }

    private static void Trace(TracerProviderBuilder tracing, TelemetryExporters exporters, TelemetryHost head)
    {
        tracing.SetSampler(new AlwaysOnSampler())
            .AddSource(ProductTelemetry.SourceName).AddSource([.. head.Sources])
            .AddHttpClientInstrumentation();
        if (head.HearsRequests)
            tracing.AddAspNetCoreInstrumentation();
        // Before every exporter: what it takes out, nobody sees.
        tracing.AddProcessor(new SpanCleaner());
        if (exporters.Otlp is not null)
            tracing.AddOtlpExporter();
        if (exporters.Monitor is not null)
            tracing.AddAzureMonitorTraceExporter(options => Connect(options, exporters));
        head.ConfigureTracing?.Invoke(tracing);
    }

    private static void Measure(MeterProviderBuilder metrics, TelemetryExporters exporters, TelemetryHost head)
    {
        metrics.AddMeter(ProductTelemetry.MeterName, IntakeTelemetry.MeterName, ModelMetrics.MeterName);
        if (head.HearsRequests)
            metrics.AddAspNetCoreInstrumentation();
        metrics.AddHttpClientInstrumentation();
        if (exporters.Otlp is not null)
            metrics.AddOtlpExporter();
        if (exporters.Monitor is not null)
            metrics.AddAzureMonitorMetricExporter(options => Connect(options, exporters));
        head.ConfigureMetrics?.Invoke(metrics);
    }

    private static void Log(OpenTelemetryLoggerOptions log, TelemetryExporters exporters, TelemetryHost head)
    {
        log.IncludeFormattedMessage = true;
        log.IncludeScopes = false;
        log.AddProcessor(new LogCleaner());
        if (exporters.Otlp is not null)
            log.AddOtlpExporter();
        if (exporters.Monitor is not null)
            log.AddAzureMonitorLogExporter(options => Connect(options, exporters));
        head.ConfigureLogs?.Invoke(log);
    }

    private static void Connect(AzureMonitorExporterOptions options, TelemetryExporters exporters)
    {
        options.ConnectionString = exporters.Monitor;
        options.SamplingRatio = 1;
        if (exporters.SignsIn)
            options.Credential = Credential(exporters.ClientId);
    }

    private static ManagedIdentityCredential Credential(string? clientId) => new ManagedIdentityCredential(
        clientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId));
}
