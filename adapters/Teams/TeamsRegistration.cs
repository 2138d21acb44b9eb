using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Teams;

/// <summary>Registers Teams as the channel to approvers.</summary>
public static class TeamsRegistration
{
    /// <summary>
    /// Adds <see cref="IApprovalChannel"/> over a Teams workflow when the settings have a section <c>Teams</c>; nothing otherwise.
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
        services.AddHttpClient(TeamsApprovalChannel.ClientName, static (provider, client) =>
                client.Timeout = provider.GetRequiredService<IOptionsMonitor<TeamsOptions>>().CurrentValue.Timeout)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.TryAddSingleton<PostSpacing>();
        services.TryAddSingleton<DependencyNotes>();
        services.AddSingleton(new DependencyProbe(TeamsApprovalChannel.System, IsRequired: false, TeamsApprovalChannel.Advice, AskAsync: null));
        services.AddSingleton<IApprovalChannel, TeamsApprovalChannel>();
        return services;
    }
}
