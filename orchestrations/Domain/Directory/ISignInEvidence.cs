using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Directory;

/// <summary>What the identity provider says of how a person can sign in. What cannot be read proves nothing.</summary>
public interface ISignInEvidence
{
    /// <summary>
    /// Why a sign-in that satisfies an authentication context does not prove that it is the person; null when it does. A context alone says
    /// nothing: it is granted too where no policy targets it, or where the person is excluded. The policy is read now.
    /// </summary>
    /// <param name="context">The authentication context, <c>c1</c> to <c>c25</c>.</param>
    /// <param name="personId">Object id of the person.</param>
    /// <param name="olderThan">A method that was registered later than so long ago proves nothing.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">It cannot be read now.</exception>
    Task<string?> WhyNotStrongAsync(string context, PersonId personId, TimeSpan olderThan, CancellationToken cancellation);

    /// <summary>When the account was made, UTC; null when it is not known.</summary>
    /// <exception cref="VendorException">It cannot be read now.</exception>
    Task<DateTimeOffset?> CreatedAtAsync(PersonId personId, CancellationToken cancellation);

    /// <summary>True when the report of the identity provider, not older than a day, says that the person can reset their password themself.</summary>
    /// <exception cref="VendorException">It cannot be read now.</exception>
    Task<bool> CanResetAsync(PersonId personId, CancellationToken cancellation);
}
