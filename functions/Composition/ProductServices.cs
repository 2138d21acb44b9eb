using HelpDesk.Adapters.AnyDesk;
using HelpDesk.Adapters.AzureOpenAI;
using HelpDesk.Adapters.CheckpointArchive;
using HelpDesk.Adapters.Confluence;
using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.Jira;
using HelpDesk.Adapters.KeyVault;
using HelpDesk.Adapters.LanguageDetection;
using HelpDesk.Adapters.LocalKey;
using HelpDesk.Adapters.MarkdownFolder;
using HelpDesk.Adapters.Mattermost;
using HelpDesk.Adapters.MediaWiki;
using HelpDesk.Adapters.PassageIndex;
using HelpDesk.Adapters.RemoteHelp;
using HelpDesk.Adapters.Rescue;
using HelpDesk.Adapters.ScreenConnect;
using HelpDesk.Adapters.ServiceBus;
using HelpDesk.Adapters.ServiceNow;
using HelpDesk.Adapters.Slack;
using HelpDesk.Adapters.TableStorage;
using HelpDesk.Adapters.TeamViewer;
using HelpDesk.Adapters.Teams;
using HelpDesk.Adapters.TeamsBot;
using HelpDesk.Adapters.VerifiedId;
using HelpDesk.Functions.Durable;
using HelpDesk.Functions.Intake;
using HelpDesk.Functions.Timers;
using HelpDesk.Orchestrations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Web;
using HelpDesk.Web.Audit;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Functions.Composition;

/// <summary>Every part of the product by its one registration, over Durable Functions, Service Bus and Table Storage.</summary>
internal static class ProductServices
{
    public static void AddProduct(this IServiceCollection services, IConfiguration settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHostTelemetry(settings);
        services.AddSingleton<DurableClients>().AddSingleton<IWorkflowClient, DurableWorkflowClient>().AddSingleton<ActivityRunner>();
        services.AddTableStorageRecords(settings).AddServiceBusQueue(settings);
        services.AddCheckpointArchive(settings);
        // A key on this machine's disk is for trying the head out; StartChecks refuses it with a real tenant.
        if (settings.GetSection(LocalKeyOptions.Section).Exists())
            services.AddLocalCheckpointKey(settings).AddLocalDecisionKey(settings);
        else
            services.AddKeyVaultKeys(settings);
        services.AddGraph(settings).AddManagerNotification().AddServiceNow(settings).AddJira(settings).AddTeams(settings).AddTeamsBot(settings).AddSlack(settings).AddMattermost(settings).AddVerifiedId(settings);
        services.AddPassageIndex().AddMarkdownFolder(settings);
        services.AddConfluence(settings).AddMediaWiki(settings);
        services.AddTeamViewer(settings).AddScreenConnect(settings).AddRescue(settings).AddAnyDesk(settings).AddRemoteHelp(settings);
        services.AddLanguageDetection().AddEmbeddedTriage(settings).AddAzureOpenAI(settings);
        services.AddHelpDesk(settings);
        services.AddHelpDeskWeb(settings);
        services.AddHostedService<CheckpointService>();
        foreach (var timer in HostTimers.All)
            services.AddSingleton(timer);
        services.AddSingleton<TicketStart>().AddSingleton<QueueBackOff>().AddSingleton<TicketMessages>();
    }
}
