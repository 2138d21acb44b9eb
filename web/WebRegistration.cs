using HelpDesk.Web.Approvals;
using HelpDesk.Web.Assets;
using HelpDesk.Web.Audit;
using HelpDesk.Web.Bulk;
using HelpDesk.Web.Cases;
using HelpDesk.Web.HandOvers;
using HelpDesk.Web.Home;
using HelpDesk.Web.Knowledge;
using HelpDesk.Web.Layout;
using HelpDesk.Web.My;
using HelpDesk.Web.NotMe;
using HelpDesk.Web.Operations;
using HelpDesk.Web.PersonLink;
using HelpDesk.Web.Proof;
using HelpDesk.Web.Remediations;
using HelpDesk.Web.RemoteSessions;
using HelpDesk.Web.Routing;
using HelpDesk.Web.Runbooks;
using HelpDesk.Web.SignIn;
using HelpDesk.Web.Tracking;
using HelpDesk.Web.Viewers;
using HelpDesk.Web.Webhooks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web;

/// <summary>Registers and maps pages and webhooks: all that a host needs of this room.</summary>
public static class WebRegistration
{
    /// <summary>
    /// Adds pages, sign-in and webhooks. Needs the cases, runbooks and policy, the audit log, the directory, intake and
    /// <c>TimeProvider</c> from elsewhere.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">Reads the sections <c>SignIn</c> and <c>Pages</c>.</param>
    public static IServiceCollection AddHelpDeskWeb(this IServiceCollection services, IConfiguration settings) => services
        .AddLayout()
        .AddPipeline()
        .AddPages()
        .AddViewers(settings)
        .AddSignIn(settings)
        .AddWebhooks();

    /// <summary>Adds every folder of pages: its routes with their handlers. A new folder is one line here.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddHomePages()
        .AddCasePages()
        .AddApprovalPages()
        .AddHandOverPages()
        .AddProofPages()
        .AddKnowledgePages()
        .AddRunbookPages()
        .AddRemediationPages()
        .AddBulkPages()
        .AddAuditPages()
        .AddOperationsPages()
        .AddPersonLinkPages()
        .AddNotMePages()
        .AddTrackingPages()
        .AddMyPages()
        .AddRemotePages()
        .AddSignInPages()
        .AddAssetPages();

    /// <summary>Maps the webhooks, every route of <see cref="RouteTable"/>, and an answer for all other addresses.</summary>
    public static IEndpointRouteBuilder MapHelpDeskWeb(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapWebhooks();
        endpoints.MapRoutes();
        return endpoints;
    }
}
