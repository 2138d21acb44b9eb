using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>
/// The one thread that writes: takes all that is queued, writes it in one transaction, and tells everybody after the commit.
/// A fault is told to all whose writes were in that transaction; the next transaction is tried as if nothing had been.
/// </summary>
internal sealed class RecordWriter : IDisposable
{
    // Chosen so that one commit stays in the low milliseconds even with bodies of some KiB.
    private const int LongestBatch = 256;

    private readonly RecordWriteSession _session;
    private readonly string _path;
    private readonly Lock _entry = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Thread _thread;
    private readonly Queue<RecordWrite> _queue = new();
    private bool _closing;

    public RecordWriter(RecordWriteSession session, string path)
    {
        (_session, _path) = (session, path);
        _thread = new Thread(Loop) { IsBackground = true, Name = "helpdesk-records-writer" };
        _thread.UnsafeStart();
    }

    public Task<bool> WriteAsync(RecordWrite write)
    {
        lock (_entry)
        {
            if (_closing)
                throw StoreError.Closed(_path);
            _queue.Enqueue(write);
            if (_queue.Count == 1)
                _wake.Release();
        }

        return write.Done;
    }

    /// <summary>Writes what is queued, takes no more, and ends the thread.</summary>
    public void Dispose()
    {
        lock (_entry)
        {
            if (_closing)
                return;
            _closing = true;
            _wake.Release();
        }

        _thread.Join();
        _wake.Dispose();
        _session.Dispose();
    }

    private void Loop()
    {
        var batch = new List<RecordWrite>(LongestBatch);
        while (TakeBatch(batch))
        {
            if (Commit(batch) is { } fault)
                batch.ForEach(write => write.Lost(fault));
            else
                batch.ForEach(write => write.Committed());
        }
    }

    private bool TakeBatch(List<RecordWrite> batch)
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

    private VendorException? Commit(List<RecordWrite> batch)
    {
        try
        {
            _session.Begin();
            foreach (var write in batch)
                write.Apply(_session);
            _session.Commit();
            return null;
        }
        catch (Exception cause)
        {
            return RollBack(StoreError.From(cause, _path));
        }
    }

    private VendorException RollBack(VendorException fault)
    {
        try
        {
            _session.Rollback();
            return fault;
        }
        catch (Exception second)
        {
            return StoreError.From(new AggregateException(fault, second), _path);
        }
    }
}
