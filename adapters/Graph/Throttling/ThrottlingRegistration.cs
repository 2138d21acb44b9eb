using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>Registers what keeps us under Graph's limits.</summary>
internal static class ThrottlingRegistration
{
    /// <summary>Name of the entry in the health report.</summary>
    public const string ProbeName = "graph-limits";

    private const string Advice =
        "Graph throttles us: nothing of the class is sent until the time that Graph asked for is over, tickets wait and go on by themselves. When it comes again, look for other users of the app registration and at Graph:TenantSize, Graph:LimitShare and Graph:Instances.";

    /// <summary>Adds it: one governor for all identities and workflows of this process.</summary>
    public static void AddThrottling(this IServiceCollection services)
    {
        services.TryAddSingleton<QuotaMetrics>();
        services.TryAddSingleton(static provider => GraphQuotas.Of(provider.GetRequiredService<IOptions<GraphOptions>>().Value));
        services.TryAddSingleton<ThrottleGovernor>();
        services.TryAddTransient<ThrottleHandler>();
        services.AddSingleton(static provider => Probe(provider.GetRequiredService<ThrottleGovernor>()));
    }

    private static DependencyProbe Probe(ThrottleGovernor governor) => new(
        ProbeName, IsRequired: false, new ProbeAdvice(Advice, Advice, Advice), _ => governor.States.Max(state => state.Pause) is { } pause
            ? throw new VendorException("graph", "throttled", Advice, isRetryable: true, pause)
            : Task.CompletedTask);
}
