using HelpDesk.Local.Engine.Dispatch;
using HelpDesk.Local.Engine.Queues;
using HelpDesk.Local.Engine.Runtime;
using HelpDesk.Local.Engine.Store;
using HelpDesk.Local.Engine.Turns;
using Microsoft.Extensions.Options;

namespace HelpDesk.Local.Engine.Hosting;

/// <summary>The embedded engine: opens its database, resumes what was under way, runs until it is stopped or its database fails.</summary>
internal sealed class EmbeddedEngine(
    IOptions<EngineOptions> options,
    EngineCatalog catalog,
    IServiceScopeFactory scopes,
    IntakeFirst intakeFirst,
    TimeProvider time,
    ILogger<EmbeddedEngine> log) : IAsyncDisposable
{
    private EngineRuntime? _runtime;
    private Task _workers = Task.CompletedTask;
    private ActivityDispatcher? _dispatcher;
    private ITimer? _purge;

    /// <summary>The running engine. Throws <see cref="EngineStoppedException"/> before the start, after the stop and after an error.</summary>
    public EngineRuntime Runtime
    {
        get
        {
            var runtime = Volatile.Read(ref _runtime) ?? throw new EngineStoppedException("The engine is not running: start the host first.");
            return runtime.Completion.Exception?.InnerException is EngineStoppedException error
                ? throw new EngineStoppedException(error.Message, error)
                : runtime;
        }
    }

    /// <summary>Ends when the engine was stopped; fails when its database failed.</summary>
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
            runtime = new EngineRuntime(database, settings, catalog, scopes, time, log);
            var recovery = new Recovery(catalog);
            recovery.Read(runtime.Session, row: null);
            runtime.Writer.Start();
            recovery.Resume(runtime);
            _dispatcher = new ActivityDispatcher(runtime, intakeFirst);
            _workers = StartWorkers(runtime, _dispatcher);
            _purge = time.CreateTimer(_ => _ = PurgeAsync(runtime), null, settings.PurgeEvery, settings.PurgeEvery);
            Volatile.Write(ref _runtime, runtime);
            recovery.Log(runtime);
        }
        catch (Exception error)
        {
            runtime?.Dispose();
            database.Dispose();
            throw StoreError.From(error, database.Path);
        }
    }

    /// <summary>Takes no more work, lets running turns and activities end, writes what is queued, closes the database.</summary>
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
            log.LeftRunning(_dispatcher!.Running, options.Value.StopTimeout);
        }

        _dispatcher!.Dispose();
        await runtime.Writer.CloseAsync();
        runtime.Stopped();
        runtime.Dispose();
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static Task StartWorkers(EngineRuntime runtime, ActivityDispatcher dispatcher)
    {
        var activities = dispatcher.RunAsync();
        // What an instance keeps in memory for days must not keep the context of the host's start.
        using (ExecutionContext.SuppressFlow())
        {
            var runner = new TurnRunner(runtime);
            var turns = Enumerable.Range(0, runtime.Options.MaxConcurrentTurns).Select(_ => Task.Run(() => runtime.UntilStoppedAsync(runner.WorkAsync)));
            return Task.WhenAll(turns.Append(activities).ToList());
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
        catch (Exception error) when (error is EngineStoppedException or OperationCanceledException or ObjectDisposedException)
        {
            // The engine stopped meanwhile and said so itself; the next start purges again.
        }
    }
}
