namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>
/// In whose name the current flow of control works, such as one requester. Engines and rate limits take turns between shares, so that a
/// thousand tickets of one do not hold up the single ticket of another. Travels with the flow, as <see cref="WorkPriority"/> does.
/// </summary>
public static class WorkShare
{
    /// <summary>Longest share in characters; a longer one is no share. Chosen because an id of any known ticket system fits.</summary>
    public const int Longest = 128;

    private static readonly AsyncLocal<string?> Share = new();

    /// <summary>The share; null when it is not known.</summary>
    public static string? Current => Share.Value;

    /// <summary>Sets the share of the current flow until what is returned is disposed of.</summary>
    public static IDisposable Enter(string? share)
    {
        var scope = new Scope(Share.Value);
        Share.Value = share;
        return scope;
    }

    private sealed class Scope(string? before) : IDisposable
    {
        public void Dispose() => Share.Value = before;
    }
}
