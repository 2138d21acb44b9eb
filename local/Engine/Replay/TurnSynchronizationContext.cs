namespace HelpDesk.Local.Engine.Replay;

/// <summary>
/// Runs a workflow's continuations on the one thread that runs its turn. A continuation that comes from any other thread is
/// proof that the workflow awaited something that is not from its context.
/// </summary>
internal sealed class TurnSynchronizationContext(Action foreignSeen) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private volatile int _thread;
    private volatile bool _foreign;

    public bool ForeignSeen => _foreign;

    public bool OnTurnThread => _thread == Environment.CurrentManagedThreadId;

    /// <summary>Runs <paramref name="body"/> and everything it makes ready, on the calling thread.</summary>
    public void Run(Action body)
    {
        var before = Current;
        SetSynchronizationContext(this);
        _thread = Environment.CurrentManagedThreadId;
        try
        {
            body();
            while (_queue.TryDequeue(out var next))
                next.Callback(next.State);
        }
        finally
        {
            _thread = 0;
            SetSynchronizationContext(before);
        }
    }

    public void MarkForeign()
    {
        if (_foreign)
            return;
        _foreign = true;
        foreignSeen();
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (OnTurnThread)
            _queue.Enqueue((d, state));
        else
            MarkForeign();
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("A workflow's context takes no synchronous calls.");

    public override SynchronizationContext CreateCopy() => this;
}
