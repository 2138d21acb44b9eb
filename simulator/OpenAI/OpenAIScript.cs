using System.Collections.Concurrent;

namespace HelpDesk.Simulator.OpenAI;

/// <summary>What the simulated model answers next, in order; when it is empty the model answers by itself.</summary>
internal sealed class OpenAIScript
{
    private readonly ConcurrentQueue<ScriptedAnswer> _next = new();
    private int _requests;

    /// <summary>How many well-formed requests came.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Puts an answer at the end.</summary>
    public void Add(ScriptedAnswer answer) => _next.Enqueue(answer);

    /// <summary>Counts a request and gives the next answer; null when there is none.</summary>
    public ScriptedAnswer? Take()
    {
        Interlocked.Increment(ref _requests);
        return _next.TryDequeue(out var answer) ? answer : null;
    }
}
