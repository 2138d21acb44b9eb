using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Adapters.Slack;

/// <summary>Registers Slack as a channel of conversations.</summary>
public static class SlackRegistration
{
    /// <summary>Adds it when the settings have a section <c>Slack</c>; nothing otherwise. The settings are checked at start.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(SlackOptions.Section);
        if (!section.Exists())
            return services;
        services.AddVendor<SlackOptions, SlackOptionsValidator>(section, SlackApi.System, static options => options.Timeout);
        services.TryAddSingleton<SlackApi>();
        services.AddSingleton(static provider => new DependencyProbe(
            SlackApi.System, IsRequired: false, SlackApi.Advice, cancellation => provider.GetRequiredService<SlackApi>().CallAsync("auth.test", [], "", cancellation)));
        services.AddSingleton<IConversationChannel, SlackChannel>();
        services.AddSingleton<IChannelWebhook, SlackWebhook>();
        return services;
    }
}
