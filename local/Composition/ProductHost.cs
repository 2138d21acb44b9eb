using HelpDesk.Adapters.AnyDesk;
using HelpDesk.Adapters.AzureOpenAI;
using HelpDesk.Adapters.CheckpointArchive;
using HelpDesk.Adapters.Confluence;
using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.LanguageDetection;
using HelpDesk.Adapters.LocalKey;
using HelpDesk.Adapters.MarkdownFolder;
using HelpDesk.Adapters.Mattermost;
using HelpDesk.Adapters.MediaWiki;
using HelpDesk.Adapters.OpenTelemetry;
using HelpDesk.Adapters.PassageIndex;
using HelpDesk.Adapters.RemoteHelp;
using HelpDesk.Adapters.Rescue;
using HelpDesk.Adapters.ScreenConnect;
using HelpDesk.Adapters.Slack;
using HelpDesk.Adapters.Sqlite;
using HelpDesk.Adapters.Teams;
using HelpDesk.Adapters.TeamsBot;
using HelpDesk.Adapters.TeamViewer;
using HelpDesk.Adapters.VerifiedId;
using HelpDesk.Local.Engine;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Stages.Operations;
using HelpDesk.Web;
using HelpDesk.Web.Audit;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Local.Composition;

/// <summary>Builds the product: every part by its one registration, over the embedded engine and SQLite.</summary>
internal static class ProductHost
{
    /// <summary>How long a stop may take, all parts together.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(5);

    /// <summary>Of it, how long running activities may still take; they run again at the next start.</summary>
    private static readonly TimeSpan DrainWithin = TimeSpan.FromSeconds(3);

    /// <summary>The file of the records in a data folder.</summary>
    public static string RecordsFile(string dataDirectory) => Path.Combine(dataDirectory, "records.db");

    /// <summary>The key that signs audit checkpoints, in a data folder.</summary>
    public static string CheckpointKeyFile(string dataDirectory) => Path.Combine(dataDirectory, "checkpoint-key.pem");

    /// <summary>The key that signs decisions, in a data folder: beside the records, and readable by their owner only.</summary>
    public static string DecisionKeyFile(string dataDirectory) => Path.Combine(dataDirectory, "decision-key.pem");

    /// <summary>Builds it; nothing is checked, mapped or runs yet.</summary>
    /// <param name="settings">The user's settings; they win over <paramref name="defaults"/>.</param>
    /// <param name="defaults">What the head adds: addresses, the link key, the settings of simulated systems.</param>
    /// <param name="addresses">Where it listens.</param>
    /// <param name="configure">What else this head registers (stand-ins for real systems).</param>
    public static WebApplication Build(
        IConfiguration settings, IEnumerable<KeyValuePair<string, string?>> defaults, LocalAddresses addresses, Action<IServiceCollection> configure)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ProductHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(defaults).AddConfiguration(settings);
        builder.Logging.ClearProviders();
        builder.Logging.AddQuietConsole(builder.Configuration);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseUrls(addresses.Product.GetLeftPart(UriPartial.Authority));

        configure(builder.Services);
        AddProduct(builder.Services, builder.Configuration, addresses.DataDirectory);

        return builder.Build();
    }

    // A test that looks at what is exported registers its own before.
    private static TelemetryHost Head(IServiceCollection services)
    {
        var given = services.FirstOrDefault(service => service.ServiceType == typeof(TelemetryHost))?.ImplementationInstance as TelemetryHost ?? new TelemetryHost();
        return given with { Sources = [EngineTelemetry.SourceName] };
    }

    private static void AddProduct(IServiceCollection services, IConfiguration settings, string data)
    {
        services.Configure<HostOptions>(static options => options.ShutdownTimeout = StopWithin);
        services.TryAddSingleton(TimeProvider.System);
        services.AddTelemetry(settings, Head(services));
        services.AddEmbeddedEngine(options =>
        {
            options.DatabasePath = Path.Combine(data, "engine.db");
            options.StopTimeout = DrainWithin;
        });
        services.AddSqliteRecords(options => options.DatabasePath = RecordsFile(data));
        services.AddLocalCheckpointKey(settings).AddLocalDecisionKey(settings).AddCheckpointArchive(settings);
        services.AddGraph(settings).AddManagerNotification().AddTicketSystems(settings).AddTeams(settings).AddTeamsBot(settings).AddSlack(settings).AddMattermost(settings).AddVerifiedId(settings);
        services.AddPassageIndex().AddMarkdownFolder(settings);
        services.AddConfluence(settings).AddMediaWiki(settings);
        services.AddTeamViewer(settings).AddScreenConnect(settings).AddRescue(settings).AddAnyDesk(settings).AddRemoteHelp(settings);
        services.AddLanguageDetection().AddEmbeddedTriage(settings).AddAzureOpenAI(settings);
        services.AddSingleton<IArrivals, LocalArrivals>();
        services.AddHelpDesk(settings);
        services.AddHelpDeskWeb(settings);
        services.AddSingleton<ITicketQueue, LocalTicketQueue>();
        services.AddSingleton(static provider => new TimerOverview(
            LocalTimers.Plans(provider.GetRequiredService<IOptions<IntakeOptions>>().Value), provider.GetRequiredService<TimerRuns>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<LocalTimers>();
        services.AddHostedService<CheckpointService>();
    }
}
