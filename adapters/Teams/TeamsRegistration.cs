using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Teams;

/// <summary>Registers Teams as a channel to approvers and the service desk.</summary>
public static class TeamsRegistration
{
    /// <summary>
    /// Adds <see cref="INoticeChannel"/> over a Teams workflow when the settings have a section <c>Teams</c>; nothing otherwise.
    /// The settings are checked at start.
    /// </summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(TeamsOptions.Section);
        if (!section.Exists())
            return services;
        services.AddOptions<TeamsOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TeamsOptions>, TeamsOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        // Without loggers: they would write the address, which is a secret.
        services.AddHttpClient(TeamsChannel.ClientName, static (provider, client) =>
                client.Timeout = provider.GetRequiredService<IOptionsMonitor<TeamsOptions>>().CurrentValue.Timeout)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.TryAddSingleton<DependencyNotes>();
        services.AddSingleton(new DependencyProbe(TeamsChannel.System, IsRequired: false, TeamsChannel.Advice, AskAsync: null));
        services.AddSingleton<INoticeChannel, TeamsChannel>();
        return services;
    }
}
