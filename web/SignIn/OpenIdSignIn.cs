using HelpDesk.Web.Routing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace HelpDesk.Web.SignIn;

/// <summary>
/// Sets OpenID Connect up for one Entra tenant: authorisation code with PKCE; issuer, audience, tenant, signature and expiry of the
/// ID token are checked; of its claims only those of the person and of the sign-in are kept, and no token at all.
/// </summary>
internal sealed class OpenIdSignIn(IOptions<SignInOptions> settings, ILogger<OpenIdSignIn> log) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public const string Scheme = "openid";

    public void Configure(OpenIdConnectOptions options) => Configure(Scheme, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name != Scheme)
            return;
        var tenant = settings.Value;
        options.SignInScheme = SignInCookie.Scheme;
        options.Authority = new Uri(tenant.Instance, $"{tenant.TenantId}/v2.0").AbsoluteUri;
        options.ClientId = tenant.ClientId;
        options.ClientSecret = tenant.ClientSecret;
        options.CallbackPath = SignInOptions.CallbackPath;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // A form posted from elsewhere would need cookies that go along with requests from elsewhere.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.SaveTokens = false;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.RequireHttpsMetadata = !tenant.Instance.IsLoopback;
        options.UseTokenLifetime = false;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.TokenValidationParameters.ValidateIssuer = true;
        options.TokenValidationParameters.ValidateAudience = true;
        options.TokenValidationParameters.ValidAudience = tenant.ClientId;
        options.TokenValidationParameters.NameClaimType = "name";
        options.Events = new OpenIdConnectEvents
        {
            OnRedirectToIdentityProvider = RedirectAsync,
            OnMessageReceived = MessageReceivedAsync,
            OnTokenValidated = TokenValidatedAsync,
            OnRemoteFailure = RemoteFailureAsync,
        };
    }

    // ASP.NET puts its authentication before everything by itself, so the callback is answered without the pipeline.
    private static Task MessageReceivedAsync(MessageReceivedContext context)
    {
        WebPipeline.Begin(context.HttpContext);
        return Task.CompletedTask;
    }

    // Entra takes the authentication context as a claim that is asked for, and its time of sign-in as an optional one.
    private static Task RedirectAsync(RedirectContext context)
    {
        if (context.Properties.Items.TryGetValue(StepUp.ContextItem, out var wanted))
            context.ProtocolMessage.SetParameter("claims", StepUp.ClaimsFor(wanted));

        return Task.CompletedTask;
    }

    private async Task TokenValidatedAsync(TokenValidatedContext context)
    {
        // ASP.NET takes a token without a signature when it came over the back channel. Entra signs every one, so an unsigned one is refused.
        var (person, refusal) = EntraToken.PersonOf(context.Principal!, context.SecurityToken?.SignatureAlgorithm, settings.Value.TenantId);
        if (person is null)
        {
            context.Fail(refusal!);
            return;
        }

        var cookie = context.HttpContext.RequestServices.GetRequiredService<SignInCookie>();
        context.Principal = cookie.PrincipalOf(await cookie.BeginAsync(context.HttpContext, person));
        log.SignedIn(person.ObjectId.Value, "openid");
    }

    private async Task RemoteFailureAsync(RemoteFailureContext context)
    {
        // The kind of error only: its text may hold what the identity provider or an attacker wrote.
        log.SignInRefused(context.Failure?.GetType().Name ?? "unknown");
        context.HandleResponse();
        // No message may have been received.
        WebPipeline.Begin(context.HttpContext);
        await Layout.Page.Message(
            context.HttpContext, StatusCodes.Status401Unauthorized, "We couldn't sign you in",
            "Your organization's sign-in didn't confirm who you are. Try again. If that doesn't help, ask your service desk lead.", "/sign-in", "Sign in")
            .ExecuteAsync(context.HttpContext);
    }
}
