using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>Keeps what was logged, with its exception as a console would show it.</summary>
public sealed class KeptLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(EventId Event, string Text, LogLevel Level)> _lines = new();

    public IReadOnlyCollection<(EventId Event, string Text, LogLevel Level)> Lines => _lines;

    /// <summary>Forgets what was logged so far, such as that of the start.</summary>
    public void Clear() => _lines.Clear();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((eventId, $"{formatter(state, exception)} {exception}", logLevel));

    public void Dispose()
    {
    }
}
