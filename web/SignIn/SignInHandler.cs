using HelpDesk.Orchestrations.Approvals;
using HelpDesk.Web.Layout;
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

        return http.Query("go") == "1"
            ? Results.Challenge(new AuthenticationProperties { RedirectUri = back }, [OpenIdSignIn.Scheme])
            : Page.Show<SignInPage, SignInModel>(http, new SignInModel(back, "", null));
    }

    /// <summary><c>POST /sign-in</c>: signs in as a simulated person.</summary>
    public async Task<IResult> SignInAsync(HttpContext http)
    {
        if (services.GetService<ISignInChoices>() is not { } choices)
            return Page.NotFound(http, "There is no such page", "People of this tenant sign in with their organisation's account.");
        if (await choices.GetAsync(http.Field("person"), http.RequestAborted) is not { } choice)
            return Page.NotFound(http, "There is no such person", "The simulated tenant has nobody of that id. Choose somebody from the list.");
        await cookie.SignInAsync(http, new SignedInPerson(choice.ObjectId, choice.Name, choice.UserPrincipalName));
        log.SignedIn(choice.ObjectId, options.Value.Realm);
        return SeeOther(http, LocalUrl.Or(http.Field("return")));
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
                : Page.NotFound(http, "There is no such page", "Nobody is sent back here in this tenant.");
    }

    /// <summary><c>POST /sign-out</c>.</summary>
    public static async Task<IResult> SignOutAsync(HttpContext http)
    {
        await http.SignOutAsync(SignInCookie.Scheme);
        return SeeOther(http, "/sign-in");
    }

    private static IResult SeeOther(HttpContext http, string path)
    {
        http.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
