namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>The result of an activity or workflow that has nothing to say but that it ended.</summary>
public sealed record Unit
{
    /// <summary>The only value.</summary>
    public static Unit Value { get; } = new();
}
