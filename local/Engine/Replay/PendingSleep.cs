using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Replay;

/// <summary>A sleep that is not over yet.</summary>
internal sealed class PendingSleep(int step) : PendingStep(step, "timer")
{
    private readonly TaskCompletionSource _source = new(TaskCreationOptions.None);

    public Task Task => _source.Task;

    public override bool HasTimer => true;

    public override void Complete(string? json) => _source.SetResult();

    public override void Fail(StepFailure failure) => throw new NotSupportedException("A sleep cannot fail.");
}
