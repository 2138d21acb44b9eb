using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Rescue;

/// <summary>Settings of LogMeIn Rescue, section <c>Rescue</c>. No section = no Rescue.</summary>
public sealed class RescueOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Rescue";

    /// <summary>Authentication code of a technician account (<c>requestAuthCode</c>), instead of its password. A secret. Required.</summary>
    public string AuthCode { get; set; } = "";

    /// <summary>Address of the interface. Default <c>https://secure.logmeinrescue.com/API/</c>.</summary>
    public string ApiUrl { get; set; } = "https://secure.logmeinrescue.com/API/";

    /// <summary>Address on which customers enter a PIN code. Default <c>https://secure.logmeinrescue.com/R</c>.</summary>
    public string CustomerUrl { get; set; } = "https://secure.logmeinrescue.com/R";

    /// <summary>Address of the technician console. Default <c>https://secure.logmeinrescue.com/TechConsole</c>.</summary>
    public string ConsoleUrl { get; set; } = "https://secure.logmeinrescue.com/TechConsole";

    /// <summary>Time-out of one call. Default 10 s. 1 s to 1 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>Checks <see cref="RescueOptions"/> at start. No verdict repeats a secret.</summary>
internal sealed class RescueOptionsValidator : IValidateOptions<RescueOptions>
{
    public ValidateOptionsResult Validate(string? name, RescueOptions options)
    {
        var faults = new List<string>();
        foreach (var (setting, address) in new[] { ("Rescue:ApiUrl", options.ApiUrl), ("Rescue:CustomerUrl", options.CustomerUrl), ("Rescue:ConsoleUrl", options.ConsoleUrl) })
        {
            if (Endpoint.Fault(setting, address) is { } fault)
                faults.Add(fault);
        }

        if (options.AuthCode.Length == 0)
            faults.Add("Rescue:AuthCode is missing: the authentication code of a technician account.");
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(1))
            faults.Add("Rescue:Timeout must be 1 second to 1 minute.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
