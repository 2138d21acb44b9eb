using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Proof;

/// <summary>The pages on which people prove who they are, and managers vouch for them.</summary>
internal static class ProofPages
{
    /// <summary>Adds the routes with their handlers.</summary>
    public static IServiceCollection AddProofPages(this IServiceCollection services) =>
        services.AddRoutes(
            WebRoute.Get<ProofHandler>("/proof/{id}", PageAccess.Everybody, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<ProofHandler>("/proof/{id}", PageAccess.Everybody, (handler, http) => handler.ActAsync(http)),
            WebRoute.Get<VouchHandler>("/vouch/{id}", PageAccess.SignedIn, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<VouchHandler>("/vouch/{id}", PageAccess.SignedIn, (handler, http) => handler.GiveAsync(http)));
}
