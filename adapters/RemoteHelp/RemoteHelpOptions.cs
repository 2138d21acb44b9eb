using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.RemoteHelp;

/// <summary>Settings of Intune Remote Help, section <c>RemoteHelp</c>. No section = no Remote Help.</summary>
public sealed class RemoteHelpOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "RemoteHelp";

    /// <summary>True when technicians use Intune Remote Help. Default false.</summary>
    public bool IsUsed { get; set; }

    /// <summary>Where the technician begins a session. Default the devices in the Intune admin center.</summary>
    public string SupporterUrl { get; set; } = "https://intune.microsoft.com/#view/Microsoft_Intune_DeviceSettings/DevicesMenu/~/overview";

    /// <summary>Where the requester gets the app. Default <c>https://aka.ms/downloadremotehelp</c>.</summary>
    public string CustomerUrl { get; set; } = "https://aka.ms/downloadremotehelp";
}

/// <summary>Checks <see cref="RemoteHelpOptions"/> at start.</summary>
internal sealed class RemoteHelpOptionsValidator : IValidateOptions<RemoteHelpOptions>
{
    public ValidateOptionsResult Validate(string? name, RemoteHelpOptions options)
    {
        string?[] faults = [Endpoint.Fault("RemoteHelp:SupporterUrl", options.SupporterUrl), Endpoint.Fault("RemoteHelp:CustomerUrl", options.CustomerUrl)];
        return faults.OfType<string>().ToList() is { Count: > 0 } found ? ValidateOptionsResult.Fail(found) : ValidateOptionsResult.Success;
    }
}
