using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Web.RemoteSessions;

/// <summary>Remote sessions: the technician's page of a case, and the requester's page of a session.</summary>
internal static class RemotePages
{
    /// <summary>Adds the routes with their handlers.</summary>
    public static IServiceCollection AddRemotePages(this IServiceCollection services)
    {
        services.TryAddSingleton<TechnicianAccess>();
        return services.AddRoutes(
            WebRoute.Get<RemoteHandler>("/cases/{id}/remote", PageAccess.Viewer, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<RemoteHandler>("/cases/{id}/remote", PageAccess.Viewer, (handler, http) => handler.AskAsync(http)),
            WebRoute.Post<RemoteHandler>("/remote-sessions/{id}/open", PageAccess.Viewer, (handler, http) => handler.OpenAsync(http)),
            WebRoute.Post<RemoteHandler>("/remote-sessions/{id}/end", PageAccess.Viewer, (handler, http) => handler.EndAsync(http)),
            WebRoute.Get<RemoteConsentHandler>("/remote/{id}", PageAccess.Everybody, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<RemoteConsentHandler>("/remote/{id}", PageAccess.Everybody, (handler, http) => handler.AnswerAsync(http)));
    }
}
