using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Functions.Intake;

/// <summary>
/// Waits while the record store or Durable is away, holding the message: its lock is renewed meanwhile (host.json,
/// <c>maxAutoLockRenewalDuration</c>). Without it ten deliveries are used up within seconds, and the message is given up for an
/// outage that ends by itself.
/// </summary>
public sealed class QueueBackOff(TimeProvider time)
{
    /// <summary>
    /// How long one delivery waits. 8 min, chosen to end before the host stops a function (10 min, host.json) and its lock's renewal (9 min): ten
    /// deliveries then last through an outage of 80 minutes.
    /// </summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Does the work, and does it again while its error may pass.</summary>
    /// <exception cref="VendorException">It did not pass within <see cref="Limit"/>, or will not: the queue delivers again.</exception>
    public async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        var end = time.GetUtcNow() + Limit;
        for (var wait = First; ; wait = wait * 2 < Longest ? wait * 2 : Longest)
        {
            try
            {
                await work(cancellation);
                return;
            }
            catch (VendorException error) when (error.IsRetryable && time.GetUtcNow() + wait < end)
            {
                await Task.Delay(wait, time, cancellation);
            }
        }
    }
}
