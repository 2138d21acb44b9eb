using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.Routing;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.SignIn;

/// <summary>Signs people in and out.</summary>
public sealed class SignInHandler(SignInCookie cookie, StepUp stepUp, IOptions<SignInOptions> options, IServiceProvider services, TimeProvider time, ILogger<SignInHandler> log)
{
    /// <summary>Value of <c>step</c> for a sign-in by which a person proves who they are.</summary>
    internal const string Proof = "proof";

    /// <summary><c>GET /sign-in</c>: with <c>go=1</c> it leads to the identity provider, where there is one.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var back = LocalUrl.Or(http.Query("return"));
        var step = StepOf(http.Query("step"));
        var isProof = http.Query("step") == Proof;
        if (services.GetService<ISignInChoices>() is { } choices)
        {
            var search = http.Query("q");
            return Page.Show<SignInPage, SignInModel>(http, new SignInModel(back, search, await choices.FindAsync(search, http.RequestAborted), step) { IsProof = isProof });
        }

        var goes = http.Query("go") == "1";
        if (options.Value.ParsedMode == SignInMode.AppService)
            return ShowPlatform(http, back, goes, step is not null || isProof);
        return goes
            ? Results.Challenge((isProof ? stepUp.ProofChallenge(back) : null) ?? stepUp.ChallengeFor(step, back), [OpenIdSignIn.Scheme])
            : Page.Show<SignInPage, SignInModel>(http, new SignInModel(back, "", null));
    }

    // Sessions of the platform outlive the ID token in them, so that one is mostly here for a new token: no click for that. Whoever comes
    // back with another invalid token stops here, or the browser would loop.
    private static IResult ShowPlatform(HttpContext http, string back, bool goes, bool isFresh)
    {
        if (PageRequest.Of(http).Viewer is not null && !isFresh)
            return Results.Redirect(back);
        var isBack = http.Query("back") == "1";
        if (goes || (!isBack && AppServiceSignIn.HasToken(http)))
            return Results.Redirect(AppServiceSignIn.SignInAddress($"/sign-in?back=1&return={Uri.EscapeDataString(back)}", isFresh));
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
        var now = time.GetUtcNow();
        await cookie.SignInAsync(http, new SignedInPerson(new PersonId(choice.ObjectId), choice.Name, choice.UserPrincipalName)
        {
            SignedInAt = now,
            ProvedAt = now,
            // The simulated sign-in service satisfies what it is asked for.
            Contexts = http.Field("step") == Proof ? stepUp.ProofContext : stepUp.ContextsFor(StepOf(http.Field("step"))),
        });
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
        if (PageRequest.Of(http).Viewer is { } viewer)
            await services.GetRequiredService<ISignedInReader>().EndAsync(http, viewer.Person);
        if (options.Value.ParsedMode == SignInMode.AppService)
        {
            // A redirect would lead the form to another host in the end, which the pages' own policy forbids to browsers.
            http.Response.Headers["Refresh"] = $"0;url={AppServiceSignIn.SignOutAddress}";
            return Page.Message(http, StatusCodes.Status200OK, "Signing you out", "Your organization's sign-in is ending the session.", AppServiceSignIn.SignOutAddress, "Sign out now");
        }

        await http.SignOutAsync(SignInCookie.Scheme);
        return SeeOther.To(http, "/sign-in");
    }

    private static Impact? StepOf(string step) => Enum.TryParse<Impact>(step, ignoreCase: true, out var impact) && Enum.IsDefined(impact) ? impact : null;
}
