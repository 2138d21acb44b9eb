using System.Collections.Concurrent;

namespace HelpDesk.Local.Engine.Store;

/// <summary>Lends read connections: reading never waits for the writer, nor the writer for it.</summary>
internal sealed class Readers(EngineDatabase database) : IDisposable
{
    private readonly ConcurrentBag<ReadSession> _free = [];
    private volatile bool _closed;

    public T Read<T>(Func<ReadSession, T> read)
    {
        if (_closed)
            throw new EngineStoppedException("The engine is stopped: nothing can be read.");
        try
        {
            var session = _free.TryTake(out var free) ? free : new ReadSession(database.OpenReader());
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

            Return(session);
            return result;
        }
        catch (Microsoft.Data.Sqlite.SqliteException fault)
        {
            throw StoreError.From(fault, database.Path);
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_free.TryTake(out var session))
            session.Dispose();
    }

    private void Return(ReadSession session)
    {
        _free.Add(session);
        if (_closed)
            Dispose();
    }
}
