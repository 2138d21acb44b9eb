namespace HelpDesk.Orchestrations.HandOvers;

/// <summary>Makes temporary access passes (Entra). The pass itself leaves this port only in the one answer to the person who pressed "Show pass".</summary>
public interface IPassMint
{
    /// <summary>Makes a one-time pass for a user; it replaces one that is still valid.</summary>
    /// <param name="userId">Entra object id.</param>
    /// <param name="lifetime">10 minutes to 30 days; the tenant's policy may narrow it.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">Never retried blindly: a repeat would make a second pass and void the first.</exception>
    Task<MintedPass> MintAsync(string userId, TimeSpan lifetime, CancellationToken cancellation);

    /// <summary>Deletes a pass. One that is gone already is no fault.</summary>
    Task WithdrawAsync(string userId, string passId, CancellationToken cancellation);

    /// <summary>Deletes whatever pass the user has that was created at or after a moment: for a pass whose making timed out.</summary>
    /// <returns>How many were deleted.</returns>
    Task<int> WithdrawSinceAsync(string userId, DateTimeOffset since, CancellationToken cancellation);
}
