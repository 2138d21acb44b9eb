using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>Registers what keeps us under Graph's limits.</summary>
internal static class ThrottlingRegistration
{
    /// <summary>Name of the entry in the health report.</summary>
    public const string ProbeName = "graph-limits";

    private const string Advice =
        "Graph throttles us: nothing of the class is sent until the time that Graph asked for is over, tickets wait and go on by themselves. When it comes again, look for other users of the app registration and at Graph:TenantSize and Graph:LimitShare.";

    /// <summary>Adds it: one governor for all identities and workflows of this process.</summary>
    public static void AddThrottling(this IServiceCollection services)
    {
        services.TryAddSingleton<QuotaMetrics>();
        services.TryAddSingleton(static provider => GraphQuotas.Of(provider.GetRequiredService<IOptions<GraphOptions>>().Value));
        services.TryAddSingleton<ThrottleGovernor>();
        services.TryAddTransient<ThrottleHandler>();
        services.TryAddSingleton(static provider => new ShareLease(
            provider.GetRequiredService<ThrottleGovernor>(), provider.GetRequiredService<GraphQuotas>(),
            provider.GetService<IRecordStore>() is { } store ? new ShareRow(store) : null,
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ShareLease>>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ShareBeats>());
        services.AddSingleton(static provider => Probe(provider.GetRequiredService<ThrottleGovernor>()));
    }

    private static DependencyProbe Probe(ThrottleGovernor governor) => new(
        ProbeName, IsRequired: false, new ProbeAdvice(Advice, Advice, Advice), _ => governor.States.Max(state => state.Pause) is { } pause
            ? throw new VendorException("graph", "throttled", Advice, isRetryable: true, pause)
            : Task.CompletedTask);
}
