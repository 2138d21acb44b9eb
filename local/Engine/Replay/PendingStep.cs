using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Replay;

/// <summary>A step the code asked for and that has no answer yet.</summary>
internal abstract class PendingStep(int step, string label)
{
    public int Step { get; } = step;

    public string Label { get; } = label;

    /// <summary>True when a row in the timers table belongs to it.</summary>
    public virtual bool HasTimer => false;

    public abstract void Complete(string? json);

    public abstract void Fail(StepFailure failure);

    protected ReplayException Unreadable(Exception cause, Type wanted) => new(
        Step, $"step {Step} ({Label}): what was recorded cannot be read as {wanted.Name} any more ({cause.GetType().Name}).");
}
