using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations.Flows.Timers;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Stages.Operations;
using Microsoft.Extensions.Options;

namespace HelpDesk.Local.Composition;

/// <summary>What runs by the clock on one machine. The engine drops old histories by itself.</summary>
internal sealed class LocalTimers(TimerRuns runs, TimerWork work, IOptions<IntakeOptions> intake, TimeProvider time, ILogger<LocalTimers> log) : BackgroundService
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // Chosen because somebody waits for an answer.
    private static readonly TimeSpan FetchEvery = TimeSpan.FromSeconds(30);

    private DateTimeOffset _aloneSince;

    /// <summary>The timers, for the page that shows how they last went.</summary>
    public static IReadOnlyList<TimerPlan> Plans(IntakeOptions intake) =>
    [
        new TimerPlan("reconcile-tickets", "Tickets that were kept and never started, or whose webhook was lost; decisions and answers that never reached their case", intake.ReconcileEvery),
        new TimerPlan("fetch-channels", "Messages of channels that do not send, such as a mailbox", FetchEvery),
        new TimerPlan("read-knowledge", "Articles that changed in the knowledge sources, and drafts of new ones", FetchEvery),
        new TimerPlan("expire-waiting", "Wakes cases that have waited long, in case an event was lost", Hour),
        new TimerPlan("remote-sessions", "Reads back what became of open remote sessions", TimeSpan.FromMinutes(1)),
        new TimerPlan("watchdog", "Looks for cases that do not move", Quarter),
        new TimerPlan("dead-letter-age", "How many dead letters are open, and for how long", Quarter),
        new TimerPlan("audit-checkpoint", "Signs where all audit chains end", Hour),
    ];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The data folder is this process's: what ran before it is dead.
        _aloneSince = time.GetUtcNow();
        return Task.WhenAll(Plans(intake.Value).Select(plan => LoopAsync(plan, stoppingToken)));
    }

    private async Task LoopAsync(TimerPlan plan, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(plan.Every, time);
        // What a stop has interrupted is taken up at once; the others have time.
        if (plan.Name is "reconcile-tickets" or "fetch-channels" or "read-knowledge" or "dead-letter-age" or "watchdog")
            await RunAsync(plan, stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await RunAsync(plan, stoppingToken);
    }

    private async Task RunAsync(TimerPlan plan, CancellationToken stoppingToken)
    {
        try
        {
            await runs.RunAsync(plan.Name, WorkOf(plan.Name), stoppingToken, _aloneSince);
        }
        catch (VendorException fault)
        {
            // Its run could not even be noted; nothing was marked as done.
            log.TimerNotNoted(plan.Name, fault.System, fault.Code, fault.Message);
        }
        catch (EngineStoppedException fault)
        {
            // The engine tells the head itself.
            log.TimerNotNoted(plan.Name, "engine", "stopped", fault.Message);
        }
    }

    private Func<CancellationToken, Task<string>> WorkOf(string name) => name switch
    {
        "reconcile-tickets" => work.ReconcileAsync,
        "fetch-channels" => work.FetchChannelsAsync,
        "read-knowledge" => work.ReadKnowledgeAsync,
        "expire-waiting" => work.ExpireAsync,
        "remote-sessions" => work.RemoteSessionsAsync,
        "watchdog" => work.WatchAsync,
        "dead-letter-age" => work.DeadLettersAsync,
        "audit-checkpoint" => work.CheckpointAsync,
        _ => throw new InvalidOperationException($"There is no timer '{name}'."),
    };
}
