using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.LocalKey;
using HelpDesk.Adapters.Sqlite;
using HelpDesk.Adapters.TableStorage;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Rulebook;
using HelpDesk.Web.Layout;

namespace HelpDesk.Local.Composition;

/// <summary>What commands need that only look: the files and the records, no engine and no outside system.</summary>
internal static class OfflineServices
{
    /// <summary>Runbooks and policy over the catalogue of remediations; no record store.</summary>
    public static ServiceProvider ForFiles(IConfiguration settings)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(settings);
        services.AddGraph(settings).AddTicketSystems(settings).AddEmbeddedTriage(settings).AddManagerNotification().AddRulebook(settings).AddSingleton<CatalogueView>();
        return services.BuildServiceProvider();
    }

    /// <summary>
    /// The records of the data folder, or those of the Azure host where <c>TableStorage</c> names its tables; may be asked while another
    /// process runs on them.
    /// </summary>
    /// <exception cref="StartRefusedException">There are none yet.</exception>
    public static ServiceProvider ForRecords(IConfiguration settings)
    {
        var data = LocalAddresses.From(settings).DataDirectory;
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddAudit().AddSingleton<CaseStore>().AddSingleton<BulkRuns>().AddSingleton<BulkTargets>();
        AddRecords(services, settings, data);
        // Looking makes no key: where there is none, signatures stay unchecked, which the command says.
        var key = settings["CheckpointKey:Path"] ?? ProductHost.CheckpointKeyFile(data);
        if (File.Exists(key))
            services.AddSingleton<ICheckpointSigner>(new LocalCheckpointSigner(key));
        return services.BuildServiceProvider();
    }

    private static void AddRecords(IServiceCollection services, IConfiguration settings, string data)
    {
        var tables = settings.GetSection(TableStorageOptions.Section);
        if (tables[nameof(TableStorageOptions.ServiceUri)] is { Length: > 0 } || tables[nameof(TableStorageOptions.ConnectionString)] is { Length: > 0 })
        {
            services.AddTableStorageRecords(settings);
            return;
        }

        var path = ProductHost.RecordsFile(data);
        if (!File.Exists(path))
        {
            throw new StartRefusedException(
                ExitCode.Machine, [$"There are no records yet in {path}: run helpdesk first, or set HelpDesk:DataDirectory; TableStorage:ServiceUri reads those of the Azure host."]);
        }

        services.AddSqliteRecords(options => options.DatabasePath = path);
    }

    /// <summary>The kill switch over the records of the data folder. It reads no runbooks and no policy, so that it works when those are broken.</summary>
    /// <exception cref="StartRefusedException">There are no records yet, or no key of decisions.</exception>
    public static ServiceProvider ForSwitch(IConfiguration settings)
    {
        var data = LocalAddresses.From(settings).DataDirectory;
        var path = ProductHost.RecordsFile(data);
        if (!File.Exists(path))
            throw new StartRefusedException(ExitCode.Machine, [$"There are no records yet in {path}: run helpdesk first, or set HelpDesk:DataDirectory."]);
        var key = settings["DecisionKey:Path"] ?? ProductHost.DecisionKeyFile(data);
        if (!File.Exists(key))
            throw new StartRefusedException(ExitCode.Machine, [$"There is no key {key}, without which no move of the kill switch counts. Restore it, or set DecisionKey:Path."]);
        return new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddSqliteRecords(options => options.DatabasePath = path).AddAudit().AddSingleton<IDecisionSigner>(new LocalDecisionSigner(key))
            .AddSingleton(new KillSwitchDefault(false)).AddSwitches().BuildServiceProvider();
    }
}
