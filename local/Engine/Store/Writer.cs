using Microsoft.Data.Sqlite;

namespace HelpDesk.Local.Engine.Store;

/// <summary>
/// The one thread that writes: takes all that is queued, writes it in one transaction, and tells everybody after the commit.
/// The first fault ends it; what was queued behind is lost and told so.
/// </summary>
internal sealed class Writer : IDisposable
{
    private const int LongestBatch = 512;

    private readonly WriteSession _session;
    private readonly ICommitHold? _gate;
    private readonly string _path;
    private readonly Action<EngineStoppedException> _faulted;
    private readonly Lock _entry = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Queue<Write> _queue = new();
    private bool _closing;
    private EngineStoppedException? _fault;

    public Writer(WriteSession session, string path, ICommitHold? gate, Action<EngineStoppedException> faulted)
    {
        (_session, _path, _gate, _faulted) = (session, path, gate, faulted);
        _thread = new Thread(Loop) { IsBackground = true, Name = "helpdesk-engine-writer" };
    }

    public void Start() => _thread.UnsafeStart();

    public void Enqueue(Write write)
    {
        EngineStoppedException? refused;
        lock (_entry)
        {
            refused = _fault ?? (_closing ? new EngineStoppedException("The engine is stopping: nothing more is accepted.") : null);
            if (refused is null)
            {
                _queue.Enqueue(write);
                if (_queue.Count == 1)
                    _wake.Release();
            }
        }

        if (refused is not null)
            write.Lost(refused);
    }

    /// <summary>Writes what is queued, takes no more, and ends the thread.</summary>
    public Task CloseAsync()
    {
        lock (_entry)
        {
            _closing = true;
            _wake.Release();
        }

        return _ended.Task;
    }

    public void Dispose() => _wake.Dispose();

    private void Loop()
    {
        var batch = new List<Write>(LongestBatch);
        try
        {
            while (TakeBatch(batch))
            {
                Commit(batch);
                foreach (var write in batch)
                    write.Committed();
            }
        }
        catch (Exception cause)
        {
            Stop(StoreError.From(cause, _path), batch);
        }
        finally
        {
            _ended.SetResult();
        }
    }

    private bool TakeBatch(List<Write> batch)
    {
        batch.Clear();
        while (true)
        {
            lock (_entry)
            {
                while (batch.Count < LongestBatch && _queue.TryDequeue(out var write))
                    batch.Add(write);
                if (batch.Count > 0 && _queue.Count > 0)
                    _wake.Release();
                if (batch.Count > 0)
                    return true;
                if (_closing)
                    return false;
            }

            _wake.Wait();
        }
    }

    private void Commit(List<Write> batch)
    {
        try
        {
            _session.Begin();
            foreach (var write in batch)
                write.Apply(_session);
            _gate?.BeforeCommit();
            _session.Commit();
        }
        catch (Exception)
        {
            _session.Rollback();
            throw;
        }

        _gate?.AfterCommit();
    }

    private void Stop(EngineStoppedException fault, List<Write> batch)
    {
        Queue<Write> behind;
        lock (_entry)
        {
            _fault = fault;
            behind = _queue;
            _queue = new Queue<Write>();
        }

        _faulted(fault);
        foreach (var write in batch.Concat(behind))
            write.Lost(fault);
    }
}
