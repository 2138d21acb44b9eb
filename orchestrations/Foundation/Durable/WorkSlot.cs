namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>
/// The place among the activities that run at once. An activity that waits for its turn (a rate limit, a pause that a vendor asked for, a
/// token that another one fetches) gives it to others meanwhile, so that a crowd that waits holds up no one else.
/// </summary>
public static class WorkSlot
{
    private static readonly AsyncLocal<Slot?> Current = new();

    /// <summary>True inside of an activity whose engine can lend no slots: it is to come back later rather than to wait. Default false.</summary>
    public static bool IsFixed => Current.Value is { Lend: null };

    /// <summary>In whose name the activity works; null when that is not known.</summary>
    internal static string? Share => Current.Value?.Share;

    /// <summary>Engines call this around an activity.</summary>
    /// <param name="lend">Gives the slot to others until the activity has ended; called once at most counts. Null when the engine cannot.</param>
    /// <param name="share">In whose name it works (<see cref="WorkShare"/>); null when that is not known.</param>
    /// <returns>Ends it when disposed of.</returns>
    public static IDisposable Enter(Action? lend, string? share = null)
    {
        var scope = new Scope(Current.Value);
        // One value for both: each change of what travels with the flow copies the whole of it.
        Current.Value = new Slot(lend, share);
        return scope;
    }

    /// <summary>Waits for a turn. Outside of an activity, or where no slots can be lent, it only waits.</summary>
    /// <param name="turn">Ends when it is the caller's turn.</param>
    public static async Task<T> WhileWaitingAsync<T>(Task<T> turn)
    {
        Lend(turn);
        return await turn;
    }

    /// <inheritdoc cref="WhileWaitingAsync{T}"/>
    public static async Task WhileWaitingAsync(Task turn)
    {
        Lend(turn);
        await turn;
    }

    private static void Lend(Task turn)
    {
        if (!turn.IsCompleted)
            Current.Value?.Lend?.Invoke();
    }

    private sealed record Slot(Action? Lend, string? Share);

    private sealed class Scope(Slot? before) : IDisposable
    {
        public void Dispose() => Current.Value = before;
    }
}
