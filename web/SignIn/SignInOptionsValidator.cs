using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.SignIn;

/// <summary>Refuses sign-in settings with which a stranger could get in, above all simulated people in a real tenant.</summary>
internal sealed class SignInOptionsValidator(IServiceProviderIsService services) : IValidateOptions<SignInOptions>
{
    public ValidateOptionsResult Validate(string? name, SignInOptions options)
    {
        var faults = new List<string>();
        var hasChoices = services.IsService(typeof(ISignInChoices));
        switch (options.ParsedMode)
        {
            case null:
                faults.Add("SignIn:Mode must be 'simulated' (with the simulated tenant) or 'openid' (with a real one).");
                break;
            case SignInMode.Simulated when !hasChoices:
                faults.Add("SignIn:Mode is 'simulated', which is possible with the simulated tenant only. Set it to 'openid' with SignIn:TenantId, SignIn:ClientId and SignIn:ClientSecret.");
                break;
            case SignInMode.OpenId:
                CheckOpenId(options, hasChoices, faults);
                break;
        }

        if (options.SessionLength < TimeSpan.FromMinutes(5) || options.SessionLength > TimeSpan.FromHours(24))
            faults.Add("SignIn:SessionLength must be from 00:05:00 to 1.00:00:00.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void CheckOpenId(SignInOptions options, bool hasChoices, List<string> faults)
    {
        if (hasChoices)
            faults.Add("SignIn:Mode is 'openid' while the tenant is simulated, whose people cannot sign in there. Set it to 'simulated'.");
        if (!Guid.TryParseExact(options.TenantId, "D", out _))
            faults.Add("SignIn:TenantId must be the tenant's id, a GUID: 'common' or 'organizations' would let everybody in.");
        if (!Guid.TryParseExact(options.ClientId, "D", out _))
            faults.Add("SignIn:ClientId must be the application (client) id of the app registration, a GUID.");
        if (string.IsNullOrWhiteSpace(options.ClientSecret))
            faults.Add("SignIn:ClientSecret must be the client secret of the app registration.");
        if (options.Instance.Scheme != Uri.UriSchemeHttps && !options.Instance.IsLoopback)
            faults.Add("SignIn:Instance must be an https address.");
    }
}
