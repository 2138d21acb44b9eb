using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>
/// Whether who presses a button may still decide anything: account enabled, a member, sign-in not ended since. Read from the directory at
/// that moment; where it cannot be read, no one decides.
/// </summary>
public sealed class DeciderLiveness(IDirectory directory, PolicySet policy)
{
    /// <summary>Why not; null when they may.</summary>
    /// <param name="person">Who, as they signed in.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">The directory cannot be read now.</exception>
    public async Task<string?> WhyNotAsync(SignedInPerson person, CancellationToken cancellation)
    {
        if (await directory.GetStandingAsync(person.ObjectId, cancellation) is not { } standing)
            return "Your account is no longer in the directory.";
        if (!standing.IsEnabled)
            return "Your account is blocked.";
        if (!standing.IsMember && !policy.ExternalDeciders.Contains(person.ObjectId))
            return "Your account is a guest or belongs to another organization. Such people decide only if policy/approvers.yaml names them under 'external-people'.";
        if (person.SignedInAt is not { } signedInAt)
            return "It isn't known when you signed in. Sign out and sign in again.";
        return standing.SessionsValidFrom is { } validFrom && signedInAt < WholeSecond(validFrom)
            ? string.Create(CultureInfo.InvariantCulture, $"All your sign-ins from before {validFrom.UtcDateTime:yyyy-MM-dd HH:mm} UTC were ended. Sign out and sign in again.")
            : null;
    }

    // ID tokens tell the time in whole seconds.
    private static DateTimeOffset WholeSecond(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));
}
