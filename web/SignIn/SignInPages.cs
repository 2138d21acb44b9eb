using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.SignIn;

/// <summary>Signing in and out.</summary>
internal static class SignInPages
{
    /// <summary>Adds the routes with their handlers.</summary>
    public static IServiceCollection AddSignInPages(this IServiceCollection services) =>
        services.AddRoutes(
            WebRoute.Get<SignInHandler>("/sign-in", PageAccess.Everybody, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<SignInHandler>("/sign-in", PageAccess.Everybody, (handler, http) => handler.SignInAsync(http)),
            WebRoute.Get<SignInHandler>(SignInOptions.CallbackPath, PageAccess.Everybody, (handler, http) => handler.CallbackAsync(http)),
            WebRoute.Post<SignInHandler>("/sign-out", PageAccess.Everybody, (handler, http) => handler.SignOutAsync(http)));
}
