namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>
/// How a failed activity is repeated. Only failures that say they are worth repeating are (<see cref="VendorException.IsRetryable"/>;
/// any other exception is a defect or a refusal and is not). A vendor's Retry-After wins over the computed delay when it is longer.
/// </summary>
/// <param name="MaxAttempts">Attempts in all, the first included; 1 to 1,000,000.</param>
/// <param name="FirstDelay">Wait before the second attempt; greater than zero.</param>
/// <param name="BackoffCoefficient">Each wait is this many times the one before; 1 to 10, default 2.</param>
/// <param name="MaxDelay">Longest wait between attempts; default 1 minute.</param>
/// <param name="GiveUpAfter">No attempt starts later than this after the first; default: no such limit.</param>
public sealed record RetryPolicy(
    int MaxAttempts,
    TimeSpan FirstDelay,
    double BackoffCoefficient = 2,
    TimeSpan? MaxDelay = null,
    TimeSpan? GiveUpAfter = null)
{
    /// <summary>One attempt.</summary>
    public static RetryPolicy None { get; } = new(1, TimeSpan.FromSeconds(1));

    /// <summary>
    /// For outside systems: 1 s doubling to 1 minute, for four hours. Chosen because a vendor outage of an hour must lose nothing,
    /// and because a ticket that stood half a working day is better with a person.
    /// </summary>
    public static RetryPolicy Vendor { get; } = new(1_000, TimeSpan.FromSeconds(1), MaxDelay: TimeSpan.FromMinutes(1), GiveUpAfter: TimeSpan.FromHours(4));

    /// <summary>Wait before attempt <paramref name="attempt"/> + 1, given the vendor's own wish.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="retryAfter">The vendor's Retry-After, when it gave one.</param>
    public TimeSpan DelayAfter(int attempt, TimeSpan? retryAfter)
    {
        var longest = MaxDelay ?? TimeSpan.FromMinutes(1);
        var computed = FirstDelay.TotalMilliseconds * Math.Pow(BackoffCoefficient, Math.Max(0, attempt - 1));
        var delay = TimeSpan.FromMilliseconds(Math.Min(computed, longest.TotalMilliseconds));
        return retryAfter is { } wish && wish > delay ? wish : delay;
    }
}
