using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Adapters.Mattermost;

/// <summary>Registers Mattermost as a channel of conversations.</summary>
public static class MattermostRegistration
{
    /// <summary>Adds it when the settings have a section <c>Mattermost</c>; nothing otherwise. The settings are checked at start.</summary>
    public static IServiceCollection AddMattermost(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(MattermostOptions.Section);
        if (!section.Exists())
            return services;
        services.AddVendor<MattermostOptions, MattermostOptionsValidator>(section, MattermostApi.System, static options => options.Timeout);
        services.TryAddSingleton<MattermostApi>();
        services.AddSingleton(static provider => new DependencyProbe(
            MattermostApi.System, IsRequired: false, MattermostApi.Advice, cancellation => provider.GetRequiredService<MattermostApi>().CallAsync(HttpMethod.Get, "users/me", null, cancellation)));
        services.AddSingleton<IConversationChannel, MattermostChannel>();
        services.AddSingleton<IChannelWebhook, MattermostWebhook>();
        return services;
    }
}
