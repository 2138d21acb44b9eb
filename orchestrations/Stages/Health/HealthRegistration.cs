using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Stages.Health;

/// <summary>Registers health.</summary>
public static class HealthRegistration
{
    /// <summary>Name of the probe of the record store.</summary>
    public const string Store = "store";

    /// <summary>Name of the probe of the durable engine.</summary>
    public const string Engine = "engine";

    /// <summary>Name of the entry on clocks.</summary>
    public const string Clock = "clock";

    // Whoever notices it knows the setting and says so (ClockAdvice); this entry itself asks nobody.
    private static readonly ProbeAdvice NoAdvice = new("", "", "");

    private static readonly ProbeAdvice EngineAdvice = new(
        "The durable engine is refused: give the app its roles on the storage account of AzureWebJobsStorage (infra-bicep/README.md); on one machine, let this account write to HelpDesk:DataDirectory.",
        "The durable engine does not answer: check AzureWebJobsStorage, the account's firewall and the host's log.",
        "The durable engine is busy or has stopped: see the log (2001); on one machine, check that the disk of HelpDesk:DataDirectory has room.");

    /// <summary>
    /// Adds the board, and the looks at the record store, the engine and the checkpoints. Adapters add their own beside what they register. Needs
    /// the record store, the workflow client and <c>TimeProvider</c> from elsewhere.
    /// </summary>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.TryAddSingleton<DependencyNotes>();
        services.TryAddSingleton<HealthOverview>();
        services.AddSingleton(static provider => StoreProbe(provider.GetRequiredService<IRecordStore>()));
        services.AddSingleton(static provider =>
        {
            var workflows = provider.GetRequiredService<IWorkflowClient>();
            return new DependencyProbe(Engine, IsRequired: true, EngineAdvice, cancellation => workflows.GetStatusAsync("health", cancellation));
        });
        services.AddSingleton(static provider => CheckpointProbe.Of(provider.GetRequiredService<IRecordStore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(static provider => TamperProbe.Of(provider.GetRequiredService<IRecordStore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(static _ => new DependencyProbe(Clock, IsRequired: false, NoAdvice, AskAsync: null));
        return services;
    }

    /// <summary>The look at the record store: one row is read.</summary>
    public static DependencyProbe StoreProbe(IRecordStore store) => new(
        Store, IsRequired: true, StoreAdvice, cancellation => store.GetAsync(Tables.Flags, Tenant.Partition("switches"), "kill-switch", cancellation));

    private static ProbeAdvice StoreAdvice { get; } = new(
        "The record store denies access: give the app HelpDesk record writer on its tables (on the audit table HelpDesk audit appender) and let the account's firewall pass it; TableStorage:CreateTables makes missing tables once. On one machine, let this account write to HelpDesk:DataDirectory.",
        "The record store does not answer: check TableStorage:ServiceUri, name resolution and the account's firewall.",
        "The record store is throttled or failing: webhooks are answered with 503 and repeated by their senders. See the account's metrics (throttling errors); on one machine, check that the disk has room.");

    /// <summary>What to change when a sender's clock and ours differ.</summary>
    /// <param name="setting">The setting that says how far they may differ.</param>
    public static string ClockAdvice(string setting) =>
        $"Signed webhooks come with a time that differs from ours: set the clock of this machine and of the sender by NTP; {setting} says how far they may differ. Their tickets are found by asking the ticket system.";
}
