using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Adapters.Sqlite.Files;

/// <summary>Lends sessions that read: reading never waits for the writer, nor the writer for it.</summary>
/// <typeparam name="TSession">A session with its statements.</typeparam>
/// <param name="open">Opens another session.</param>
/// <param name="explain">Turns an error of SQLite into the caller's exception.</param>
/// <param name="closed">What is thrown once the pool is closed.</param>
public sealed class SessionPool<TSession>(Func<TSession> open, Func<Exception, Exception> explain, Func<Exception> closed) : IDisposable
    where TSession : IDisposable
{
    private readonly ConcurrentBag<TSession> _free = [];
    private volatile bool _closed;

    /// <summary>Reads with a session of its own. A session whose reading failed is not used again.</summary>
    public T Read<T>(Func<TSession, T> read)
    {
        if (_closed)
            throw closed();
        try
        {
            var session = _free.TryTake(out var free) ? free : open();
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
        catch (SqliteException cause)
        {
            throw explain(cause);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _closed = true;
        while (_free.TryTake(out var session))
            session.Dispose();
    }
}
