using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Directory;

/// <summary>What happened to an account lately, for the person who looks into a ticket. Only shown: no rule decides by it.</summary>
public interface IAccountHistory
{
    /// <summary>Sign-ins of the last 24 hours, newest first, at most 10; null when the organisation cannot see them (AuditLog.Read.All, Entra ID P1).</summary>
    /// <exception cref="VendorException">The directory cannot be reached.</exception>
    Task<IReadOnlyList<SignInAttempt>?> GetSignInsAsync(PersonId personId, CancellationToken cancellation);

    /// <summary>Changes of the account of the last 7 days, newest first, at most 10; null when the organisation cannot see them.</summary>
    /// <exception cref="VendorException">The directory cannot be reached.</exception>
    Task<IReadOnlyList<DirectoryChange>?> GetChangesAsync(PersonId personId, CancellationToken cancellation);
}

/// <summary>One sign-in.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="ErrorCode">Entra's code; 0 = it succeeded.</param>
/// <param name="Application">What was signed in to; empty when it is not said.</param>
public sealed record SignInAttempt(DateTimeOffset At, int ErrorCode, string Application)
{
    /// <summary>True when it succeeded.</summary>
    public bool IsGood => ErrorCode == 0;
}

/// <summary>One change of an account.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="What">What, as the directory names it: <c>Reset user password</c>.</param>
/// <param name="By">Who did it: a name or an app; empty when it is not said.</param>
public sealed record DirectoryChange(DateTimeOffset At, string What, string By);
