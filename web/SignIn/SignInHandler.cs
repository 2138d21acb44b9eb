using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.Routing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.SignIn;

/// <summary>Signs people in and out.</summary>
public sealed class SignInHandler(SignInCookie cookie, IOptions<SignInOptions> options, IServiceProvider services, ILogger<SignInHandler> log)
{
    /// <summary><c>GET /sign-in</c>: with <c>go=1</c> it leads to the identity provider, where there is one.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var back = LocalUrl.Or(http.Query("return"));
        if (services.GetService<ISignInChoices>() is { } choices)
        {
            var search = http.Query("q");
            return Page.Show<SignInPage, SignInModel>(http, new SignInModel(back, search, await choices.FindAsync(search, http.RequestAborted)));
        }

        var goes = http.Query("go") == "1";
        if (options.Value.ParsedMode == SignInMode.AppService)
            return ShowPlatform(http, back, goes);
        return goes
            ? Results.Challenge(new AuthenticationProperties { RedirectUri = back }, [OpenIdSignIn.Scheme])
            : Page.Show<SignInPage, SignInModel>(http, new SignInModel(back, "", null));
    }

    // Sessions of the platform outlive the ID token in them, so that one is mostly here for a new token: no click for that. Whoever comes
    // back with another invalid token stops here, or the browser would loop.
    private static IResult ShowPlatform(HttpContext http, string back, bool goes)
    {
        if (PageRequest.Of(http).Viewer is not null)
            return Results.Redirect(back);
        var isBack = http.Query("back") == "1";
        if (goes || (!isBack && AppServiceSignIn.HasToken(http)))
            return Results.Redirect(AppServiceSignIn.SignInAddress($"/sign-in?back=1&return={Uri.EscapeDataString(back)}"));
        return isBack
            ? Page.Message(
                http, StatusCodes.Status401Unauthorized, "We couldn't sign you in",
                "Your organization's sign-in returned a response that HelpDesk can't accept. Sign out and sign in again. If that doesn't help, ask your service desk lead.",
                AppServiceSignIn.SignOutAddress, "Sign out")
            : Page.Show<SignInPage, SignInModel>(http, new SignInModel(back, "", null));
    }

    /// <summary><c>POST /sign-in</c>: signs in as a simulated person.</summary>
    public async Task<IResult> SignInAsync(HttpContext http)
    {
        if (services.GetService<ISignInChoices>() is not { } choices)
            return Page.NotFound(http, "Page not found", "Sign in with your work account instead.");
        if (await choices.GetAsync(http.Field("person"), http.RequestAborted) is not { } choice)
            return Page.NotFound(http, "Person not found", "The simulated tenant has no person with this ID. Choose one from the list.");
        await cookie.SignInAsync(http, new SignedInPerson(choice.ObjectId, choice.Name, choice.UserPrincipalName));
        log.SignedIn(choice.ObjectId, options.Value.Realm);
        return SeeOther.To(http, http.Field("return"));
    }

    /// <summary><c>GET</c> of the callback: the identity provider sends people back here.</summary>
    public async Task<IResult> CallbackAsync(HttpContext http)
    {
        var handlers = services.GetService<IAuthenticationSchemeProvider>() is { } schemes && await schemes.GetSchemeAsync(OpenIdSignIn.Scheme) is not null
            ? http.RequestServices.GetRequiredService<IAuthenticationHandlerProvider>()
            : null;
        return handlers is not null
            && await handlers.GetHandlerAsync(http, OpenIdSignIn.Scheme) is IAuthenticationRequestHandler handler
            && await handler.HandleRequestAsync()
                ? Results.Empty
                : Page.NotFound(http, "Page not found", "Check the address.");
    }

    /// <summary><c>POST /sign-out</c>.</summary>
    public async Task<IResult> SignOutAsync(HttpContext http)
    {
        if (options.Value.ParsedMode == SignInMode.AppService)
        {
            // A redirect would lead the form to another host in the end, which the pages' own policy forbids to browsers.
            http.Response.Headers["Refresh"] = $"0;url={AppServiceSignIn.SignOutAddress}";
            return Page.Message(http, StatusCodes.Status200OK, "Signing you out", "Your organization's sign-in is ending the session.", AppServiceSignIn.SignOutAddress, "Sign out now");
        }

        await http.SignOutAsync(SignInCookie.Scheme);
        return SeeOther.To(http, "/sign-in");
    }
}
