using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Remediations.Secrets;

/// <summary>Makes or reads one kind of secret. The secret leaves this port only in the one answer to the person who pressed "show".</summary>
public interface ISecretSource
{
    /// <summary>Which kind.</summary>
    SecretKind Kind { get; }

    /// <summary>Makes it, or reads it from where it is kept.</summary>
    /// <param name="request">Whose.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">Never retried blindly: a repeat could make a second one and void the first.</exception>
    Task<HandedSecret> GetAsync(SecretRequest request, CancellationToken cancellation);

    /// <summary>Deletes whatever was made for that person at or after a moment: for one whose making timed out. Does nothing where none is made.</summary>
    /// <returns>How many were deleted.</returns>
    Task<int> WithdrawSinceAsync(SecretRequest request, DateTimeOffset since, CancellationToken cancellation);
}
