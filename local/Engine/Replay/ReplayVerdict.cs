using HelpDesk.Local.Engine.Queues;

namespace HelpDesk.Local.Engine.Replay;

/// <summary>Whether code still takes the way of a recorded history.</summary>
/// <param name="Matches">True when every step is the same.</param>
/// <param name="Step">Number of the first step that differs; null when all match.</param>
/// <param name="Recorded">What the history has there, for example <c>activity:grant-access</c>; null when it has nothing.</param>
/// <param name="Asked">What the code asked for there; null when it asked for nothing.</param>
/// <param name="Message">The difference in a sentence; empty when all match.</param>
public sealed record ReplayVerdict(bool Matches, int? Step, string? Recorded, string? Asked, string Message)
{
    /// <summary>Every step is the same.</summary>
    public static ReplayVerdict Same { get; } = new(true, null, null, null, "");
}
