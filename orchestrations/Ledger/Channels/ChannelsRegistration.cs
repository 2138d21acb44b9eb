using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Ledger.Channels;

/// <summary>Registers what is kept of channels.</summary>
public static class ChannelsRegistration
{
    /// <summary>Adds it. Needs the record store and the audit log from elsewhere.</summary>
    public static IServiceCollection AddChannelLedger(this IServiceCollection services)
    {
        services.TryAddSingleton<ChannelInbox>();
        services.TryAddSingleton<ChannelThreads>();
        services.TryAddSingleton<ChannelOutbox>();
        services.TryAddSingleton<OwedPosts>();
        services.TryAddSingleton<ChannelAccounts>();
        services.TryAddSingleton<ChannelOpenings>();
        return services;
    }
}
