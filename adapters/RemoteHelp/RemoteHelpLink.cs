using HelpDesk.Orchestrations.Domain.RemoteSessions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.RemoteHelp;

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
