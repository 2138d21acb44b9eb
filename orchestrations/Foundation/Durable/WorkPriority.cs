namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>
/// Whether the current flow of control works for one person who waits, or in the background. Travels with the flow and not in every
/// signature, because only what meters calls to the outside reads it.
/// </summary>
public static class WorkPriority
{
    private static readonly AsyncLocal<bool> Background = new();

    /// <summary>True inside of <see cref="EnterBackground"/>: everything else goes first. Default false.</summary>
    public static bool IsBackground => Background.Value;

    /// <summary>Marks the current flow as background work until what is returned is disposed of.</summary>
    public static IDisposable EnterBackground()
    {
        var scope = new Scope(Background.Value);
        Background.Value = true;
        return scope;
    }

    private sealed class Scope(bool before) : IDisposable
    {
        public void Dispose() => Background.Value = before;
    }
}

/// <summary>Names workflow instances whose activities give way to all others. A flow registers its own; without one nothing is in the background.</summary>
/// <param name="Includes">True for the id of such an instance.</param>
public sealed record BackgroundWork(Func<string, bool> Includes);
