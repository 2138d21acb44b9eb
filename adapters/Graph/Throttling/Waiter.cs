namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>A request at a gate.</summary>
/// <param name="Cost">What it counts for.</param>
/// <param name="IsBulk">True when single tickets go first.</param>
/// <param name="EnteredAt">Since when it waits, on the gate's clock.</param>
/// <param name="Until">When it does not want to wait any more, on the gate's clock.</param>
/// <param name="Share">In whose name it is sent; shares take turns. Empty for bulk work, and where it is not known.</param>
internal sealed record Waiter(RequestCost Cost, bool IsBulk, TimeSpan EnteredAt, TimeSpan Until, string Share)
{
    private readonly TaskCompletionSource<TimeSpan?> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when it is its turn, with null; or when it cannot be in time, with how long to stay away.</summary>
    public Task<TimeSpan?> Turn => _turn.Task;

    /// <summary>It is its turn.</summary>
    public void Pass() => _turn.TrySetResult(null);

    /// <summary>It will not be its turn in time.</summary>
    public void Refuse(TimeSpan stayAway) => _turn.TrySetResult(stayAway);

    /// <summary>It is not wanted any more.</summary>
    public void Cancel() => _turn.TrySetCanceled();
}
