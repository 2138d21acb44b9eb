using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Replay;

/// <summary>A wait for an event that neither came nor timed out yet.</summary>
internal abstract class PendingEvent(int step, string name, DateTimeOffset deadline) : PendingStep(step, $"event:{name}")
{
    public string Name { get; } = name;

    public DateTimeOffset Deadline { get; } = deadline;

    public override bool HasTimer => Deadline < DateTimeOffset.MaxValue;

    /// <summary>Ends the wait with "no answer".</summary>
    public abstract void TimeOut();

    public override void Fail(StepFailure failure) => throw new NotSupportedException("A wait cannot fail.");
}
