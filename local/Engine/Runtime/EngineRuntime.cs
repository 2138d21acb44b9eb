using HelpDesk.Adapters.Sqlite.Files;
using HelpDesk.Local.Engine.Histories;
using HelpDesk.Local.Engine.Queues;
using HelpDesk.Local.Engine.Store;

namespace HelpDesk.Local.Engine.Runtime;

/// <summary>The parts of one running engine. Made at start, discarded at stop.</summary>
internal sealed class EngineRuntime : IDisposable
{
    private const int LongestBatch = 512;

    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public EngineRuntime(EngineDatabase database, EngineOptions options, EngineCatalog catalog, IServiceScopeFactory scopes, TimeProvider time, ILogger log)
    {
        (Options, Catalog, Scopes, Time, Log, Database) = (options, catalog, scopes, time, log, database);
        Stopping = _stopping.Token;
        Session = new WriteSession(database.Writer);
        Writer = new GroupWriter<WriteSession, EngineStoppedException>(database.Writer, Session, new GroupWriterOptions<EngineStoppedException>(
            "helpdesk-engine-writer", LongestBatch, cause => StoreError.From(cause, database.Path), static () => new EngineStoppedException("The engine is stopping: nothing more is accepted."))
        {
            Stopped = Fail,
            Hold = options.CommitHold,
        });
        Readers = new SessionPool<ReadSession>(() => new ReadSession(database.OpenReader()), cause => StoreError.From(cause, database.Path), StoreError.Closed);
        Admission = new Admission(options.MaxPending);
        Scheduler = new TurnScheduler(options.MaxLiveInstances, KeepAnswer);
        Timers = new TimerQueue(time, Fired);
        Activities = new ActivityQueue(Scheduler, Timers, new DueActivities(options.MaxActivitiesPerShare), time);
        Stopping.Register(Activities.Due.WakeAll);
        Stopping.Register(Scheduler.WakeAll);
    }

    public EngineOptions Options { get; }

    public EngineCatalog Catalog { get; }

    public IServiceScopeFactory Scopes { get; }

    public TimeProvider Time { get; }

    public ILogger Log { get; }

    public EngineDatabase Database { get; }

    public WriteSession Session { get; }

    public GroupWriter<WriteSession, EngineStoppedException> Writer { get; }

    public SessionPool<ReadSession> Readers { get; }

    public Admission Admission { get; }

    public TurnScheduler Scheduler { get; }

    public TimerQueue Timers { get; }

    public ActivityQueue Activities { get; }

    /// <summary>Cancelled when the engine stops, for whatever reason.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Ends when the engine was stopped; fails when its database failed.</summary>
    public Task Completion => _completion.Task;

    public void Stop() => _stopping.Cancel();

    public void Stopped() => _completion.TrySetResult();

    /// <summary>Ends the engine: nothing more is written, the host learns of it.</summary>
    public void Fail(EngineStoppedException error)
    {
        if (!_completion.TrySetException(error))
            return;
        Log.Stopped(error.Message);
        // Cancelling runs callbacks of others, which must not hold up the writer's thread.
        _ = Task.Run(_stopping.Cancel);
    }

    /// <summary>Runs a worker until the engine stops; an error of it ends the engine.</summary>
    public async Task UntilStoppedAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            // This is how every worker ends.
        }
        catch (Exception error)
        {
            Fail(StoreError.From(error, Database.Path));
        }
    }

    /// <summary>Removes a step from the queues because nothing waits for it any more.</summary>
    public void Drop(string instanceId, int step)
    {
        Timers.Remove(instanceId, step);
        Activities.Drop(instanceId, step);
    }

    /// <summary>Deletes instances that finished before a moment, a few per commit. Returns how many.</summary>
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
        Activities.Due.Dispose();
        Scheduler.Dispose();
        Readers.Dispose();
        Admission.Dispose();
        Database.Dispose();
        _stopping.Dispose();
    }

    private void KeepAnswer(string id, Message answer) => Writer.Enqueue(new AnswerWrite(Scheduler, id, answer));

    private void Fired(TimerKey key)
    {
        if (!Activities.Wake(key.InstanceId, key.Step))
            Scheduler.Deliver(key.InstanceId, new Message(HistoryKind.TimerFired, key.Step));
    }
}
