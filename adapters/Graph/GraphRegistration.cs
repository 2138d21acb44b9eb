using Azure.Core;
using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Batches;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.Catalogue;
using HelpDesk.Adapters.Graph.Credentials;
using HelpDesk.Adapters.Graph.Devices;
using HelpDesk.Adapters.Graph.Directory;
using HelpDesk.Adapters.Graph.Groups;
using HelpDesk.Adapters.Graph.Leaving;
using HelpDesk.Adapters.Graph.Licences;
using HelpDesk.Adapters.Graph.Mail;
using HelpDesk.Adapters.Graph.Outcomes;
using HelpDesk.Adapters.Graph.People;
using HelpDesk.Adapters.Graph.Permissions;
using HelpDesk.Adapters.Graph.Proofs;
using HelpDesk.Adapters.Graph.Risk;
using HelpDesk.Adapters.Graph.Throttling;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Graph;

/// <summary>Registers what is done over Microsoft Graph.</summary>
public static class GraphRegistration
{
    /// <summary>
    /// Adds the directory, all remediations with their catalogue, and the sources of secrets. A <see cref="TokenCredential"/> that the
    /// head registered is used; else one is made of the settings, for Graph alone.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">Reads the section <c>Graph</c>; see <see cref="GraphOptions"/>.</param>
    public static IServiceCollection AddGraph(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<GraphOptions>().Bind(settings.GetSection(GraphOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GraphOptions>, GraphOptionsValidation>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddTransient<GraphCallHandler>();
        services.AddThrottling();
        services.TryAddTransient<BatchHandler>();

        // A redirect is never followed, and no logger of the factory's writes addresses: they hold mail addresses in filters.
        services.AddHttpClient(GraphGateway.HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = System.Net.DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .AddHttpMessageHandler<GraphCallHandler>()
            .AddHttpMessageHandler<ThrottleHandler>()
            .AddHttpMessageHandler<BatchHandler>()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

        // Not registered as TokenCredential: storage and model must not sign in as Graph's app.
        services.TryAddSingleton<IGraphCredentials>(static provider => new GraphCredentials(
            provider.GetRequiredService<IOptions<GraphOptions>>(), provider.GetService<TokenCredential>()));
        services.TryAddSingleton<DependencyNotes>();
        services.AddSingleton(static provider => GraphHealth.Probe(provider.GetRequiredService<IDirectory>()));
        services.TryAddSingleton<GraphGateway>();
        services.TryAddSingleton<IPermissionPreflight, GraphPermissionPreflight>();
        services.TryAddSingleton<Memberships>();
        services.TryAddSingleton<Eligibilities>();
        services.TryAddSingleton<Privileges>();
        services.TryAddSingleton<PeopleReader>();
        services.TryAddSingleton<AccountReader>();
        services.TryAddSingleton<GroupReader>();
        services.TryAddSingleton<GroupFinder>();
        services.TryAddSingleton<MemberWriter>();
        services.TryAddSingleton<LicenceReader>();
        services.TryAddSingleton<PlanNeeds>();
        services.TryAddSingleton<LicenceRules>();
        services.TryAddSingleton<IPersonHoldings, GraphPersonHoldings>();
        services.TryAddSingleton<LicenceWriter>();
        services.TryAddSingleton<MethodReader>();
        services.TryAddSingleton<ContextPolicy>();
        services.AddSingleton<ISignInEvidence, GraphSignInEvidence>();
        services.TryAddSingleton<PassReader>();
        if (settings.GetSection(GraphOptions.Section)[nameof(GraphOptions.NoticeMailbox)] is { Length: > 0 })
            services.AddSingleton<INoticeChannel, GraphMailChannel>();
        if (settings.GetSection(GraphOptions.Section)[nameof(GraphOptions.IntakeMailbox)] is { Length: > 0 })
            services.AddSingleton<MailboxSubscription>().AddSingleton<IChannelSource, MailboxSource>().AddSingleton<IConversationChannel, MailboxChannel>().AddSingleton<IChannelWebhook, MailboxWebhook>();
        services.TryAddSingleton<PassPolicy>();
        services.TryAddSingleton<PasswordReader>();
        services.TryAddSingleton<RiskReader>();
        services.TryAddSingleton<IDirectory, GraphDirectory>();
        services.AddSingleton<IAccountHistory, AccountHistory>();
        services.AddSingleton<IDirectoryPages, PortalPages>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISecretSource, TemporaryAccessPassMint>());
        services.AddGraphDevices();
        services.AddOutcomeChecks();
        services.TryAddSingleton<RemediationCatalogue>();
        return services.AddRemediations(settings);
    }
}
