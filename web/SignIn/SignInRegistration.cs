using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.SignIn;

/// <summary>Registers sign-in.</summary>
internal static class SignInRegistration
{
    /// <summary>Adds the cookie, anti-forgery and, with a real tenant, OpenID Connect.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration settings)
    {
        var section = settings.GetSection(SignInOptions.Section);
        services.AddOptions<SignInOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SignInOptions>, SignInOptionsValidator>());

        var protection = services.AddDataProtection().SetApplicationName("HelpDesk");
        if (section[nameof(SignInOptions.KeysFolder)] is { Length: > 0 } folder)
            protection.PersistKeysToFileSystem(new DirectoryInfo(folder));
        else
            protection.UseDerivedKey();

        services.AddAntiforgery();
        // It writes an error with a stack trace for each cookie that cannot be read: that of an earlier installation on this address, or one
        // that anybody made up. The browser gets a new cookie with the same answer; a refused form gets a page, and a line of ours.
        services.Configure<LoggerFilterOptions>(static filters => filters.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None));
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<HelpDeskOptions>>(SetForms);
        var authentication = services.AddAuthentication(SignInCookie.Scheme).AddCookie(SignInCookie.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(SignInCookie.Scheme)
            .Configure<IOptions<HelpDeskOptions>, IOptions<SignInOptions>>(SetCookie);
        var mode = section.Get<SignInOptions>()?.ParsedMode;
        if (mode == SignInMode.OpenId)
        {
            authentication.AddOpenIdConnect(OpenIdSignIn.Scheme, static _ => { });
            services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, OpenIdSignIn>();
        }

        services.TryAddSingleton<SessionStore>();
        services.TryAddSingleton<StepUp>();
        // In a chat no one can be asked to sign in again.
        services.Replace(ServiceDescriptor.Singleton<IDecisionStepUp>(static provider => provider.GetRequiredService<StepUp>()));
        services.TryAddSingleton<SignInCookie>();
        if (mode == SignInMode.AppService)
            services.AddAppServiceSignIn();
        else
            services.TryAddSingleton<ISignedInReader>(static provider => provider.GetRequiredService<SignInCookie>());
        return services;
    }

    private static void AddAppServiceSignIn(this IServiceCollection services)
    {
        services.AddHttpClient(AppServiceSignIn.ClientName, static client => client.Timeout = AppServiceSignIn.KeysWithin)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.TryAddSingleton<ISignedInReader, AppServiceSignIn>();
    }

    private static void UseDerivedKey(this IDataProtectionBuilder protection)
    {
        // The one key is for ever; another one would be known to one instance only.
        protection.DisableAutomaticKeyGeneration();
        protection.Services.AddOptions<KeyManagementOptions>().Configure<IOptions<SignInOptions>>(
            static (keys, signIn) => keys.XmlRepository = new DerivedKey(signIn.Value.CookieKey));
    }

    private static void SetForms(AntiforgeryOptions options, IOptions<HelpDeskOptions> product)
    {
        options.FormFieldName = "form-token";
        options.SuppressXFrameOptionsHeader = true;
        options.Cookie.Name = Name(product, "form");
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = Secure(product);
        options.Cookie.Path = "/";
    }

    private static void SetCookie(CookieAuthenticationOptions options, IOptions<HelpDeskOptions> product, IOptions<SignInOptions> signIn)
    {
        options.Cookie.Name = Name(product, "person");
        options.Cookie.HttpOnly = true;
        // Lax, so that the link in a card opens the page one is signed in to.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = Secure(product);
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = signIn.Value.SessionLength;
        options.SlidingExpiration = false;
    }

    private static bool IsLoopback(IOptions<HelpDeskOptions> product) => product.Value.PublicUrl is { IsLoopback: true } url && url.Scheme == Uri.UriSchemeHttp;

    private static CookieSecurePolicy Secure(IOptions<HelpDeskOptions> product) => IsLoopback(product) ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

    private static string Name(IOptions<HelpDeskOptions> product, string name) => IsLoopback(product) ? $"helpdesk-{name}" : $"__Host-helpdesk-{name}";
}
