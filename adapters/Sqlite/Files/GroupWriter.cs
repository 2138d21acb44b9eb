namespace HelpDesk.Adapters.Sqlite.Files;

/// <summary>
/// The one thread that writes to a file: takes all that is queued, writes it in one transaction, and notifies the callers after the
/// commit. An error reaches every write of its transaction.
/// </summary>
/// <typeparam name="TSession">The session that writes write with.</typeparam>
/// <typeparam name="TError">What callers get when a write was lost.</typeparam>
public sealed class GroupWriter<TSession, TError> : IDisposable
    where TError : Exception
{
    private readonly SqliteSession _sqlite;
    private readonly TSession _session;
    private readonly GroupWriterOptions<TError> _options;
    private readonly Lock _entry = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Queue<IGroupWrite<TSession, TError>> _queue = new();
    private Thread? _thread;
    private bool _closing;
    private TError? _error;

    /// <summary>Makes a writer; nothing is written before <see cref="Start"/>.</summary>
    /// <param name="sqlite">The connection that writes.</param>
    /// <param name="session">The statements on it.</param>
    /// <param name="options">How it works.</param>
    public GroupWriter(SqliteSession sqlite, TSession session, GroupWriterOptions<TError> options) =>
        (_sqlite, _session, _options) = (sqlite, session, options);

    /// <summary>Begins to write what is queued.</summary>
    public void Start()
    {
        _thread = new Thread(Loop) { IsBackground = true, Name = _options.Name };
        _thread.UnsafeStart();
    }

    /// <summary>Queues a write; a writer that takes no more calls its <see cref="IGroupWrite{TSession,TError}.Lost"/>.</summary>
    public void Enqueue(IGroupWrite<TSession, TError> write)
    {
        TError? refused;
        lock (_entry)
        {
            refused = _error ?? (_closing ? _options.Closed() : null);
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
            if (!_closing)
                _wake.Release();
            _closing = true;
        }

        return _thread is null ? Task.CompletedTask : _ended.Task;
    }

    /// <summary>Writes what is queued and waits until the thread has ended. The session stays open.</summary>
    public void Dispose()
    {
        _ = CloseAsync();
        _thread?.Join();
        _wake.Dispose();
    }

    private void Loop()
    {
        var batch = new List<IGroupWrite<TSession, TError>>(_options.LongestBatch);
        while (TakeBatch(batch) && Write(batch))
        {
            // Both say whether it goes on.
        }

        _ended.SetResult();
    }

    private bool TakeBatch(List<IGroupWrite<TSession, TError>> batch)
    {
        batch.Clear();
        while (true)
        {
            lock (_entry)
            {
                while (batch.Count < _options.LongestBatch && _queue.TryDequeue(out var write))
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

    private bool Write(List<IGroupWrite<TSession, TError>> batch)
    {
        try
        {
            Commit(batch);
            foreach (var write in batch)
                write.Committed();
            return true;
        }
        catch (Exception cause)
        {
            var error = _options.Explain(cause);
            if (_options.Stopped is { } stopped)
                Stop(error, stopped);
            foreach (var write in batch)
                write.Lost(error);
            return _options.Stopped is null;
        }
    }

    private void Commit(List<IGroupWrite<TSession, TError>> batch)
    {
        try
        {
            _sqlite.Begin();
            foreach (var write in batch)
                write.Apply(_session);
            _options.Hold?.BeforeCommit();
            _sqlite.Commit();
        }
        catch (Exception cause)
        {
            RollBack(cause);
            throw;
        }

        _options.Hold?.AfterCommit();
    }

    private void RollBack(Exception cause)
    {
        try
        {
            _sqlite.Rollback();
        }
        catch (Exception second)
        {
            throw new AggregateException(cause, second);
        }
    }

    private void Stop(TError error, Action<TError> stopped)
    {
        Queue<IGroupWrite<TSession, TError>> behind;
        lock (_entry)
        {
            _error = error;
            behind = _queue;
            _queue = new Queue<IGroupWrite<TSession, TError>>();
        }

        stopped(error);
        foreach (var write in behind)
            write.Lost(error);
    }
}
