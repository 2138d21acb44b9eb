using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>Lends read connections: reading never waits for the writer, nor the writer for it.</summary>
internal sealed class RecordReaders(string path) : IDisposable
{
    private readonly ConcurrentBag<RecordReadSession> _free = [];
    private volatile bool _closed;

    public T Read<T>(Func<RecordReadSession, T> read)
    {
        if (_closed)
            throw StoreError.Closed(path);
        try
        {
            var session = _free.TryTake(out var free) ? free : new RecordReadSession(RecordDatabase.OpenReader(path));
            T result;
            try
            {
                result = read(session);
            }
            catch
            {
                session.Dispose();
                throw;
            }

            _free.Add(session);
            if (_closed)
                Dispose();
            return result;
        }
        catch (SqliteException fault)
        {
            throw StoreError.From(fault, path);
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_free.TryTake(out var session))
            session.Dispose();
    }
}
