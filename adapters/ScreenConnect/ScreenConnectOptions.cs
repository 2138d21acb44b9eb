using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ScreenConnect;

/// <summary>Settings of ConnectWise ScreenConnect, section <c>ScreenConnect</c>. No section = no ScreenConnect.</summary>
public sealed class ScreenConnectOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "ScreenConnect";

    /// <summary>Address of the site: <c>https://support.example.com</c>. Required.</summary>
    public string SiteUrl { get; set; } = "";

    /// <summary><c>RESTfulAuthenticationSecret</c> of the extension RESTful API Manager. A secret that could run commands on every machine. Required.</summary>
    public string Secret { get; set; } = "";

    /// <summary><c>RESTfulAllowedOrigin</c> of the extension, when it is set there. Default none.</summary>
    public string Origin { get; set; } = "";

    /// <summary>Time-out of one call. Default 10 s. 1 s to 1 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>Checks <see cref="ScreenConnectOptions"/> at start. No verdict repeats a secret.</summary>
internal sealed class ScreenConnectOptionsValidator : IValidateOptions<ScreenConnectOptions>
{
    public ValidateOptionsResult Validate(string? name, ScreenConnectOptions options)
    {
        var faults = new List<string>();
        if (Endpoint.Fault("ScreenConnect:SiteUrl", options.SiteUrl) is { } fault)
            faults.Add(fault);
        if (options.Secret.Length < 16)
            faults.Add("ScreenConnect:Secret is missing or shorter than 16 characters: the RESTfulAuthenticationSecret of the extension RESTful API Manager.");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(1))
            faults.Add("ScreenConnect:Timeout must be 1 second to 1 minute.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
