using HelpDesk.Orchestrations.Domain.RemoteSessions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
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

/// <summary>Intune Remote Help: both sides open its app; the technician begins from the device, by their own rights in Intune.</summary>
internal sealed class RemoteHelpLink(IOptions<RemoteHelpOptions> options) : IRemoteSupport
{
    /// <inheritdoc />
    public string Id => "remote-help";

    /// <inheritdoc />
    public string DisplayName => "Intune Remote Help";

    /// <inheritdoc />
    public bool IsLinkOnly => true;

    /// <inheritdoc />
    public Task<string> CreateAsync(RemoteSessionDraft draft, CancellationToken cancellation) => Task.FromResult(draft.Device);

    /// <inheritdoc />
    public Task<RemoteLinks> LinksAsync(string reference, CancellationToken cancellation) => Task.FromResult(new RemoteLinks(new Uri(options.Value.CustomerUrl), new Uri(options.Value.SupporterUrl)));

    /// <inheritdoc />
    public Task<RemoteState> ReadAsync(string reference, CancellationToken cancellation) => Task.FromResult(new RemoteState(RemoteStateKind.Unknown));
}

/// <summary>Registers Intune Remote Help as a tool of remote support.</summary>
public static class RemoteHelpRegistration
{
    /// <summary>Adds it when <c>RemoteHelp:IsUsed</c> is true.</summary>
    public static IServiceCollection AddRemoteHelp(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(RemoteHelpOptions.Section);
        services.AddOptions<RemoteHelpOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RemoteHelpOptions>, RemoteHelpOptionsValidator>());
        return section.GetValue<bool>(nameof(RemoteHelpOptions.IsUsed)) ? services.AddSingleton<IRemoteSupport, RemoteHelpLink>() : services;
    }
}
