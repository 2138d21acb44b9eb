namespace HelpDesk.Local.Engine.Store;

/// <summary>A write that a caller waits for.</summary>
internal abstract class Write<T> : Write
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Done => _done.Task;

    protected T? Result { get; set; }

    public override void Committed() => _done.TrySetResult(Result!);

    public override void Lost(EngineStoppedException error) => _done.TrySetException(new EngineStoppedException(error.Message, error));
}
