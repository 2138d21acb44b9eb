using HelpDesk.Orchestrations.Domain.RemoteSessions;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Adapters.AnyDesk;

/// <summary>AnyDesk has no interface that makes sessions: a link opens the technician's program with the address of the device, and the requester confirms there.</summary>
internal sealed class AnyDeskLink : IRemoteSupport
{
    /// <inheritdoc />
    public string Id => "anydesk";

    /// <inheritdoc />
    public string DisplayName => "AnyDesk";

    /// <inheritdoc />
    public bool IsLinkOnly => true;

    /// <inheritdoc />
    public Task<string> CreateAsync(RemoteSessionDraft draft, CancellationToken cancellation) => Task.FromResult(draft.Device);

    /// <inheritdoc />
    public Task<RemoteLinks> LinksAsync(string reference, CancellationToken cancellation) =>
        Uri.TryCreate($"anydesk:{reference}", UriKind.Absolute, out var link)
            ? Task.FromResult(new RemoteLinks(null, link))
            : throw new VendorException(Id, "closed", "This is no AnyDesk address.", isRetryable: false);

    /// <inheritdoc />
    public Task<RemoteState> ReadAsync(string reference, CancellationToken cancellation) => Task.FromResult(new RemoteState(RemoteStateKind.Unknown));
}

/// <summary>Registers AnyDesk as a tool of remote support.</summary>
public static class AnyDeskRegistration
{
    /// <summary>Adds it when <c>AnyDesk:IsUsed</c> is true.</summary>
    public static IServiceCollection AddAnyDesk(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(AnyDeskOptions.Section);
        services.AddOptions<AnyDeskOptions>().Bind(section).ValidateOnStart();
        return section.GetValue<bool>(nameof(AnyDeskOptions.IsUsed)) ? services.AddSingleton<IRemoteSupport, AnyDeskLink>() : services;
    }
}
