using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.TeamsBot;

/// <summary>Registers the Teams bot as a channel on which people write and are asked.</summary>
public static class TeamsBotRegistration
{
    // Each of these alone says that a bot is meant; the others have defaults.
    private static readonly string[] Connection = [nameof(TeamsBotOptions.AppId), nameof(TeamsBotOptions.AppPassword), nameof(TeamsBotOptions.ManagedIdentityClientId)];

    /// <summary>Adds it when the settings name a bot in the section <c>TeamsBot</c>; nothing otherwise. The settings are checked at start.</summary>
    public static IServiceCollection AddTeamsBot(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(TeamsBotOptions.Section);
        if (Connection.All(setting => string.IsNullOrWhiteSpace(section[setting])))
            return services;
        services.AddVendor<TeamsBotOptions, TeamsBotOptionsValidator>(section, TeamsBotApi.ClientName, static options => options.Timeout)
            .Configure(options => options.TenantId ??= configuration["Graph:TenantId"]);
        services.TryAddSingleton(static provider => new BotServices(provider.GetRequiredService<IOptions<TeamsBotOptions>>().Value));
        services.TryAddSingleton<BotKeys>();
        services.TryAddSingleton<BotCaller>();
        services.TryAddSingleton<BotTokens>();
        services.TryAddSingleton<TeamsBotApi>();
        services.AddSingleton<IChannelWebhook, TeamsBotWebhook>();
        services.AddSingleton<IConversationChannel, TeamsBotChannel>();
        services.AddSingleton(static provider =>
        {
            var tokens = provider.GetRequiredService<BotTokens>();
            return new DependencyProbe(TeamsBotApi.System, IsRequired: false, TeamsBotApi.Advice, tokens.GetAsync);
        });
        return services;
    }
}
