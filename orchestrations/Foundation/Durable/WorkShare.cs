namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>
/// In whose name the current activity works, such as one requester. Engines and rate limits take turns between shares, so that a thousand
/// tickets of one do not hold up the single ticket of another. Set with <see cref="WorkSlot.Enter"/>.
/// </summary>
public static class WorkShare
{
    /// <summary>Longest share in characters; a longer one is no share. Chosen because an id of any known ticket system fits.</summary>
    public const int Longest = 128;

    /// <summary>The share; null when it is not known.</summary>
    public static string? Current => WorkSlot.Share;
}
