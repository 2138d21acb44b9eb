using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Web.Approvals;
using HelpDesk.Web.Audit;
using HelpDesk.Web.Cases;
using HelpDesk.Web.HandOvers;
using HelpDesk.Web.Home;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Bulk;
using HelpDesk.Web.Operations;
using HelpDesk.Web.PersonLink;
using HelpDesk.Web.Remediations;
using HelpDesk.Web.Routing;
using HelpDesk.Web.Runbooks;
using HelpDesk.Web.SignIn;
using HelpDesk.Web.Tracking;
using HelpDesk.Web.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Web;

/// <summary>Registers and maps pages and webhooks: all that a head needs of this room.</summary>
public static class WebRegistration
{
    /// <summary>
    /// Adds pages, sign-in and webhooks. Needs the cases, runbooks and policy, the audit log, the directory, intake and
    /// <c>TimeProvider</c> from elsewhere.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">Reads the sections <c>SignIn</c> and <c>Pages</c>.</param>
    public static IServiceCollection AddHelpDeskWeb(this IServiceCollection services, IConfiguration settings)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.TryAddSingleton<WebPipeline>();
        services.TryAddSingleton<PersonNames>();
        services.TryAddSingleton<CatalogueView>();
        services.TryAddSingleton<WaitingList>();
        services.TryAddSingleton<HomeHandler>();
        services.TryAddSingleton<CaseHandler>();
        services.TryAddSingleton<ApprovalHandler>();
        services.TryAddSingleton<HandOverHandler>();
        services.TryAddSingleton<RunbookHandler>();
        services.TryAddSingleton<RemediationHandler>();
        services.TryAddSingleton<UndoHandler>();
        services.TryAddSingleton<AuditHandler>();
        services.TryAddSingleton<OperationsHandler>();
        services.TryAddSingleton<BulkHandler>();
        services.TryAddSingleton<BulkView>();
        services.TryAddSingleton<DeadLetterHandler>();
        services.TryAddSingleton<PersonLinkHandler>();
        services.TryAddSingleton<TrackHandler>();
        services.TryAddSingleton<HealthHandler>();
        services.AddHealth();
        services.AddHostedService<ApproverStartReport>();
        return services.AddSignIn(settings).AddWebhooks();
    }

    /// <summary>Maps every route of <see cref="WebRoutes"/>, the webhooks, and an answer for all other addresses.</summary>
    public static IEndpointRouteBuilder MapHelpDeskWeb(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapWebhooks();
        var gate = endpoints.ServiceProvider.GetRequiredService<WebPipeline>();
        foreach (var pattern in WebRoutes.All.GroupBy(route => route.Pattern, StringComparer.Ordinal))
        {
            foreach (var route in pattern)
                endpoints.MapMethods(route.Pattern, [route.Method], (RequestDelegate)(http => gate.HandleAsync(http, route)));
            var allowed = pattern.Select(route => route.Method).ToArray();
            endpoints.Map(pattern.Key, (RequestDelegate)(http => WebPipeline.RefuseAsync(http, allowed))).WithOrder(1);
        }

        endpoints.MapFallback("/{**path}", (RequestDelegate)(http => WebPipeline.RefuseAsync(http)));
        return endpoints;
    }
}
