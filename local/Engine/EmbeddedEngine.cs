using HelpDesk.Local.Engine.Dispatch;
using HelpDesk.Local.Engine.Store;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Local.Engine;

/// <summary>The embedded engine: opens its database, resumes what was under way, runs until it is stopped or its database fails.</summary>
internal sealed class EmbeddedEngine(
    IOptions<EngineOptions> options,
    IEnumerable<WorkflowReference> workflows,
    IEnumerable<ActivityReference> activities,
    IServiceScopeFactory scopes,
    IntakeFirst intakeFirst,
    TimeProvider time,
    ILogger<EmbeddedEngine> log) : IAsyncDisposable
{
    private EngineRuntime? _runtime;
    private Task _workers = Task.CompletedTask;
    private ITimer? _purge;

    /// <summary>The running engine. Throws <see cref="EngineStoppedException"/> before the start, after the stop and after a fault.</summary>
    public EngineRuntime Runtime
    {
        get
        {
            var runtime = Volatile.Read(ref _runtime) ?? throw new EngineStoppedException("The engine does not run: start the host first.");
            return runtime.Completion.Exception?.InnerException is EngineStoppedException fault
                ? throw new EngineStoppedException(fault.Message, fault)
                : runtime;
        }
    }

    /// <summary>Ends when the engine was stopped; faults when its database failed.</summary>
    public Task Completion => Volatile.Read(ref _runtime)?.Completion ?? Task.CompletedTask;

    public void Start()
    {
        if (_runtime is not null)
            return;
        var settings = options.Value;
        var database = EngineDatabase.Open(settings);
        EngineRuntime? runtime = null;
        try
        {
            runtime = new EngineRuntime(database, settings, new EngineCatalog(workflows, activities), scopes, intakeFirst, time, log);
            var recovery = new Recovery();
            recovery.Read(runtime.Session, row: null);
            runtime.Writer.Start();
            recovery.Resume(runtime);
            _workers = StartWorkers(runtime);
            _purge = time.CreateTimer(_ => _ = PurgeAsync(runtime), null, settings.PurgeEvery, settings.PurgeEvery);
            Volatile.Write(ref _runtime, runtime);
            recovery.Log(runtime);
        }
        catch (Exception fault)
        {
            runtime?.Dispose();
            database.Dispose();
            throw StoreError.From(fault, database.Path);
        }
    }

    /// <summary>Takes no more work, lets running turns and activities end, writes what is queued, lets the database go.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _runtime, null) is not { } runtime)
            return;
        if (_purge is not null)
            await _purge.DisposeAsync();
        runtime.Stop();
        using var patience = new CancellationTokenSource(options.Value.StopTimeout, time);
        try
        {
            await _workers.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            log.LeftRunning(runtime.Dispatcher.Running, options.Value.StopTimeout);
        }

        await runtime.Writer.CloseAsync();
        runtime.Stopped();
        runtime.Dispose();
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static Task StartWorkers(EngineRuntime runtime)
    {
        // What an instance keeps in memory for days must not hold on to whatever was current when the host started.
        using (ExecutionContext.SuppressFlow())
        {
            var turns = Enumerable.Range(0, runtime.Options.MaxConcurrentTurns).Select(_ => Task.Run(() => UntilStopped(runtime, runtime.Turns.WorkAsync)));
            var activities = Enumerable.Range(0, runtime.Options.MaxConcurrentActivities).Select(_ => Task.Run(() => UntilStopped(runtime, runtime.Dispatcher.WorkAsync)));
            return Task.WhenAll(turns.Concat(activities).ToList());
        }
    }

    private static async Task UntilStopped(EngineRuntime runtime, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (runtime.Stopping.IsCancellationRequested)
        {
            // The way every worker ends.
        }
        catch (Exception fault)
        {
            runtime.Fault(StoreError.From(fault, runtime.Database.Path));
        }
    }

    private static async Task PurgeAsync(EngineRuntime runtime)
    {
        try
        {
            var purged = await runtime.PurgeAsync(runtime.Time.GetUtcNow() - runtime.Options.Retention, runtime.Stopping);
            if (purged > 0)
                runtime.Log.Purged(purged);
        }
        catch (Exception fault) when (fault is EngineStoppedException or OperationCanceledException or ObjectDisposedException)
        {
            // The engine stopped meanwhile and said so itself; the next start purges again.
        }
    }
}
