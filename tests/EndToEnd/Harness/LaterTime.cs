namespace HelpDesk.EndToEnd.Tests.Harness;

/// <summary>The machine's clock, set ahead.</summary>
public sealed class LaterTime(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
