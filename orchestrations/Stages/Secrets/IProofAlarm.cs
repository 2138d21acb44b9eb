using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Hears that somebody guesses at a proof of identity.</summary>
public interface IProofAlarm
{
    /// <summary>A code was entered wrong so often that it is void. Called again at each further entry; the first counts.</summary>
    /// <param name="handOver">The hand-over.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The store cannot be reached: the next entry calls again.</exception>
    Task GuessedAsync(HandOver handOver, CancellationToken cancellation);
}
