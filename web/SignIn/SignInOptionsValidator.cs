using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.SignIn;

/// <summary>Refuses sign-in settings with which a stranger could get in, above all simulated people in a real tenant.</summary>
internal sealed class SignInOptionsValidator(IServiceProviderIsService services, IConfiguration settings) : IValidateOptions<SignInOptions>
{
    private const int LeastKeyBytes = 32;

    // What the platform tells its apps: "True" where its authentication comes before them.
    private const string PlatformSwitch = "WEBSITE_AUTH_ENABLED";

    public ValidateOptionsResult Validate(string? name, SignInOptions options)
    {
        var faults = new List<string>();
        var hasChoices = services.IsService(typeof(ISignInChoices));
        switch (options.ParsedMode)
        {
            case null:
                faults.Add("SignIn:Mode must be 'simulated' (with the simulated tenant), 'openid' (with a real one) or 'appservice' (with a real one, behind App Service Authentication).");
                break;
            case SignInMode.Simulated when !hasChoices:
                faults.Add("SignIn:Mode is 'simulated', which is possible with the simulated tenant only. Set it to 'openid' with SignIn:TenantId, SignIn:ClientId and SignIn:ClientSecret.");
                break;
            case SignInMode.OpenId:
                CheckTenant(options, hasChoices, faults);
                if (string.IsNullOrWhiteSpace(options.ClientSecret))
                    faults.Add("SignIn:ClientSecret must be the client secret of the app registration.");
                break;
            case SignInMode.AppService:
                CheckTenant(options, hasChoices, faults);
                // Nothing else takes headers of that name off requests from outside.
                if (!string.Equals(settings[PlatformSwitch], "true", StringComparison.OrdinalIgnoreCase))
                    faults.Add("SignIn:Mode is 'appservice' while App Service Authentication is off: the platform sets WEBSITE_AUTH_ENABLED where it is on. Turn it on (infra-bicep/modules/authentication.bicep), or set SignIn:Mode to 'openid'.");
                break;
        }

        if (options.SessionLength < TimeSpan.FromMinutes(5) || options.SessionLength > TimeSpan.FromHours(24))
            faults.Add("SignIn:SessionLength must be from 00:05:00 to 1.00:00:00.");
        CheckStepUp("Low", options.StepUp.Low, faults);
        CheckStepUp("Medium", options.StepUp.Medium, faults);
        CheckStepUp("High", options.StepUp.High, faults);
        if (!IsContext(options.StepUp.ProofContext))
            faults.Add("SignIn:StepUp:ProofContext must be an authentication context of Entra, c1 to c25, or empty.");
        if (options.KeysFolder is not { Length: > 0 })
            CheckKey(options.CookieKey, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void CheckStepUp(string impact, StepUpRule rule, List<string> faults)
    {
        if (rule.MaxAge is { } age && age != TimeSpan.Zero && (age < TimeSpan.FromMinutes(1) || age > StepUpOptions.LongestAge))
            faults.Add($"SignIn:StepUp:{impact}:MaxAge must be from 00:01:00 to 1.00:00:00, or 00:00:00 for any age.");
        if (!IsContext(rule.Context))
            faults.Add($"SignIn:StepUp:{impact}:Context must be an authentication context of Entra, c1 to c25, or empty.");
    }

    private static bool IsContext(string? context) =>
        string.IsNullOrEmpty(context)
        || (context[0] == 'c' && int.TryParse(context.AsSpan(1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 25);

    // One secret for both would let who learns that of the links make cookies, and could not be changed for one of them alone.
    private void CheckKey(string? key, List<string> faults)
    {
        // A setting that is given without a value is bound as null.
        key ??= "";
        var bytes = new byte[Math.Max(LeastKeyBytes, key.Length)];
        if (!Convert.TryFromBase64String(key, bytes, out var written) || written < LeastKeyBytes)
            faults.Add($"SignIn:CookieKey must be Base64 of at least {LeastKeyBytes} random bytes, or SignIn:KeysFolder must name a folder for the keys of cookies and forms.");
        else if (string.Equals(key, settings["HelpDesk:LinkKey"], StringComparison.Ordinal))
            faults.Add("SignIn:CookieKey must not be the same as HelpDesk:LinkKey: each is changed by itself.");
    }

    private static void CheckTenant(SignInOptions options, bool hasChoices, List<string> faults)
    {
        if (hasChoices)
            faults.Add($"SignIn:Mode is '{options.Mode}' while the tenant is simulated, whose people cannot sign in there. Set it to 'simulated'.");
        if (!Guid.TryParseExact(options.TenantId, "D", out _))
            faults.Add("SignIn:TenantId must be the tenant's id, a GUID: 'common' or 'organizations' would let everybody in.");
        if (!Guid.TryParseExact(options.ClientId, "D", out _))
            faults.Add("SignIn:ClientId must be the application (client) id of the app registration, a GUID.");
        if (options.Instance.Scheme != Uri.UriSchemeHttps && !options.Instance.IsLoopback)
            faults.Add("SignIn:Instance must be an https address.");
    }
}
