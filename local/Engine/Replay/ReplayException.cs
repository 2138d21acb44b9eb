namespace HelpDesk.Local.Engine.Replay;

/// <summary>The code and its history part ways, or the code awaits something foreign: the instance is suspended, never guessed on.</summary>
internal sealed class ReplayException(int step, string message) : Exception(message)
{
    /// <summary>The step at which it was seen; 0 before the first.</summary>
    public int Step { get; } = step;

    /// <summary>What the history says at that step, when the fault is a difference.</summary>
    public string? Recorded { get; init; }

    /// <summary>What the code asked for there, when the fault is a difference.</summary>
    public string? Asked { get; init; }
}
