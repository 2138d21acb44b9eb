using HelpDesk.Local.Engine.Client;
using HelpDesk.Local.Engine.Dispatch;
using HelpDesk.Local.Engine.Histories;
using HelpDesk.Local.Engine.Store;
using HelpDesk.Local.Engine.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Local.Engine;

/// <summary>Everything of one running engine, tied together. Made at start, thrown away at stop.</summary>
internal sealed class EngineRuntime : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public EngineRuntime(EngineDatabase database, EngineOptions options, EngineCatalog catalog, IServiceScopeFactory scopes, IntakeFirst intakeFirst, TimeProvider time, ILogger log)
    {
        (Options, Catalog, Scopes, IntakeFirst, Time, Log, Database) = (options, catalog, scopes, intakeFirst, time, log, database);
        Stopping = _stopping.Token;
        Session = new WriteSession(database.Writer);
        Writer = new Writer(Session, database.Path, options.CommitHold, Fault);
        Readers = new Readers(database);
        Admission = new Admission(options.MaxPending);
        Scheduler = new TurnScheduler(options.MaxLiveInstances, (id, answer) => Writer.Enqueue(new AnswerWrite(this, id, answer)));
        Timers = new TimerQueue(time, Fired);
        Dispatcher = new ActivityDispatcher(this);
        Turns = new TurnRunner(this);
    }

    public EngineOptions Options { get; }

    public EngineCatalog Catalog { get; }

    public IServiceScopeFactory Scopes { get; }

    public IntakeFirst IntakeFirst { get; }

    public TimeProvider Time { get; }

    public ILogger Log { get; }

    public EngineDatabase Database { get; }

    public WriteSession Session { get; }

    public Writer Writer { get; }

    public Readers Readers { get; }

    public Admission Admission { get; }

    public TurnScheduler Scheduler { get; }

    public TimerQueue Timers { get; }

    public ActivityDispatcher Dispatcher { get; }

    public TurnRunner Turns { get; }

    /// <summary>Cancelled when the engine stops, for whatever reason.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Ends when the engine was stopped; faults when its database failed.</summary>
    public Task Completion => _completion.Task;

    public void Stop() => _stopping.Cancel();

    public void Stopped() => _completion.TrySetResult();

    /// <summary>Ends the engine: nothing more is written, the host is told.</summary>
    public void Fault(EngineStoppedException fault)
    {
        if (!_completion.TrySetException(fault))
            return;
        Log.Stopped(fault.Message);
        // Cancelling runs other people's callbacks; the writer's thread is not theirs.
        _ = Task.Run(_stopping.Cancel);
    }

    /// <summary>Takes steps off the queues that nobody waits for any more.</summary>
    public void Drop(string instanceId, int step)
    {
        Timers.Remove(instanceId, step);
        Dispatcher.Drop(instanceId, step);
    }

    /// <summary>Deletes instances that finished before a moment, a few per commit. Gives how many.</summary>
    public async Task<int> PurgeAsync(DateTimeOffset finishedBefore, CancellationToken cancellation)
    {
        var purged = 0;
        while (Readers.Read(r => r.AnyFinishedBefore(finishedBefore)))
        {
            cancellation.ThrowIfCancellationRequested();
            var write = new PurgeWrite(finishedBefore);
            Writer.Enqueue(write);
            purged += await write.Done;
        }

        return purged;
    }

    public void Dispose()
    {
        Timers.Dispose();
        Writer.Dispose();
        Readers.Dispose();
        Admission.Dispose();
        Session.Dispose();
        Database.Dispose();
        _stopping.Dispose();
    }

    private void Fired(TimerKey key)
    {
        if (!Dispatcher.Wake(key.InstanceId, key.Step))
            Scheduler.Deliver(key.InstanceId, new Message(HistoryKind.TimerFired, key.Step));
    }
}
