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

/// <summary>Whose secret is asked for.</summary>
/// <param name="TargetId">Object id of the account, or Intune id of the device, that it opens.</param>
/// <param name="SubjectId">Object id of the person it is for.</param>
/// <param name="Lifetime">How long one that is made for this shall be valid: 10 minutes to 30 days. What exists already keeps its own time.</param>
public sealed record SecretRequest(TargetId TargetId, PersonId SubjectId, TimeSpan Lifetime);

/// <summary>What an entitled person hands over. None of them is ever kept (promise P3).</summary>
public enum SecretKind
{
    /// <summary>A one-time pass for an account (Entra), made when it is shown.</summary>
    TemporaryPass,

    /// <summary>The password of a computer's local administrator (Windows LAPS), read when it is shown.</summary>
    LocalAdminPassword,

    /// <summary>The recovery keys of a computer's disks (BitLocker), read when they are shown.</summary>
    BitLockerKey,

    /// <summary>The new code of a phone or tablet whose code was reset (Intune), read when it is shown.</summary>
    DevicePasscode,
}
