using HelpDesk.Adapters.AzureOpenAI;
using HelpDesk.Adapters.CheckpointArchive;
using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.Jira;
using HelpDesk.Adapters.KeyVault;
using HelpDesk.Adapters.LanguageDetection;
using HelpDesk.Adapters.LocalKey;
using HelpDesk.Adapters.ServiceBus;
using HelpDesk.Adapters.ServiceNow;
using HelpDesk.Adapters.TableStorage;
using HelpDesk.Adapters.Teams;
using HelpDesk.Functions.Durable;
using HelpDesk.Functions.Http;
using HelpDesk.Functions.Intake;
using HelpDesk.Functions.Timers;
using HelpDesk.Orchestrations.Audit;
using HelpDesk.Orchestrations.Cases;
using HelpDesk.Orchestrations.Durable;
using HelpDesk.Orchestrations.Intake;
using HelpDesk.Orchestrations.Runbooks;
using HelpDesk.Orchestrations.Triage;
using HelpDesk.Web;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Functions.Composition;

/// <summary>Every part of the product by its one registration, over Durable Functions, Service Bus and Table Storage.</summary>
internal static class ProductServices
{
    public static void AddProduct(this IServiceCollection services, IConfiguration settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHeadTelemetry(settings);
        services.AddSingleton<DurableClients>().AddSingleton<IWorkflowClient, DurableWorkflowClient>().AddSingleton<ActivityRunner>();
        services.AddTableStorageRecords(settings).AddServiceBusQueue(settings);
        services.AddAudit().AddCheckpointArchive(settings);
        // A key on this machine's disk is for trying the head out; StartChecks refuses it with a real tenant.
        if (settings.GetSection(LocalKeyOptions.Section).Exists())
            services.AddLocalCheckpointKey(settings);
        else
            services.AddKeyVaultCheckpointKey(settings);
        services.AddGraph(settings).AddServiceNow(settings).AddJira(settings).AddTeams(settings);
        services.AddRunbooksAndPolicy(settings);
        services.AddTriage(settings).AddLanguageDetection().AddEmbeddedTriage(settings).AddAzureOpenAI(settings);
        services.AddCases(settings);
        services.AddIntake(settings);
        services.AddHelpDeskWeb(settings);
        foreach (var timer in HeadTimers.All)
            services.AddSingleton(timer);
        services.AddSingleton<PageRunner>().AddSingleton<TicketStart>();
    }
}
