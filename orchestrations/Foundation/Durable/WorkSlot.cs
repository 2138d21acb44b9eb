namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>
/// The place among the activities that run at once. An activity that waits for its turn (a rate limit, a pause that a vendor asked for, a
/// token that another one fetches) gives it to others meanwhile, so that a crowd that waits holds up no one else.
/// </summary>
public static class WorkSlot
{
    private static readonly AsyncLocal<Action?> Lender = new();

    /// <summary>Engines call this around an activity.</summary>
    /// <param name="lend">Gives the slot to others until the activity has ended; called once at most counts.</param>
    /// <returns>Ends it when disposed of.</returns>
    public static IDisposable Enter(Action lend)
    {
        var scope = new Scope(Lender.Value);
        Lender.Value = lend;
        return scope;
    }

    /// <summary>Waits for a turn. Outside of an activity, or under an engine that can lend no slots, it only waits.</summary>
    /// <param name="turn">Ends when it is the caller's turn.</param>
    public static async Task<T> WhileWaitingAsync<T>(Task<T> turn)
    {
        if (!turn.IsCompleted)
            Lender.Value?.Invoke();
        return await turn;
    }

    /// <inheritdoc cref="WhileWaitingAsync{T}"/>
    public static async Task WhileWaitingAsync(Task turn)
    {
        if (!turn.IsCompleted)
            Lender.Value?.Invoke();
        await turn;
    }

    private sealed class Scope(Action? before) : IDisposable
    {
        public void Dispose() => Lender.Value = before;
    }
}
