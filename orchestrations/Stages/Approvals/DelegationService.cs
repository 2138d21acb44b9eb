using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Where an approver hands their approvals to another approver for a time. The other decides what the first may decide, and no more.</summary>
public sealed class DelegationService(ApprovalDelegations delegations, ApproverMembership membership, DeciderLiveness liveness, IDirectory directory, TimeProvider time)
{
    /// <summary>Longest time for which approvals are handed over: longer than any holiday, short enough that nobody forgets it for good.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    /// <summary>The end of a day, UTC.</summary>
    /// <param name="day"><c>yyyy-MM-dd</c>; anything else has no end.</param>
    public static DateTimeOffset? EndOf(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) && last != DateOnly.MaxValue ? new DateTimeOffset(last.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;

    /// <summary>To whom a person handed their approvals; null when to no one.</summary>
    public Task<Delegation?> OfAsync(PersonId person, CancellationToken cancellation) => delegations.OfAsync(person, time.GetUtcNow(), cancellation);

    /// <summary>Whose approvals a person decides in their place now.</summary>
    public Task<IReadOnlyList<Delegation>> ToAsync(PersonId person, CancellationToken cancellation) => delegations.ToAsync(person, time.GetUtcNow(), cancellation);

    /// <summary>True when a person belongs to an approver group.</summary>
    public Task<bool> IsApproverAsync(PersonId person, CancellationToken cancellation) => membership.IsApproverAsync(person, cancellation);

    /// <summary>Hands them over.</summary>
    /// <param name="from">Who hands over, signed in.</param>
    /// <param name="address">Mail address or user principal name of the other.</param>
    /// <param name="until">Until when, UTC.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The delegation; or why there is none.</returns>
    /// <exception cref="VendorException">The directory, the store or the key cannot be reached: nothing was handed over.</exception>
    public async Task<(Delegation? Given, string? WhyNot)> GiveAsync(SignedInPerson from, string address, DateTimeOffset until, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await liveness.WhyNotAsync(from, cancellation) is { } gone)
            return (null, gone);
        if (until <= now || until > now + Longest)
            return (null, "Choose an end date within the next 60 days.");
        if (await directory.FindByAddressAsync(address.Trim(), cancellation) is not { AccountEnabled: true, IsGuest: false, IsFunctional: false } person)
            return (null, "No active member of your organization has this address.");
        if (person.Id.Is(from.ObjectId))
            return (null, "Choose another person than yourself.");
        // Pressed twice, or sent again by a chat: it was delegated already.
        if (await delegations.OfAsync(from.ObjectId, now, cancellation) is { } given && given.To.Is(person.Id) && given.Until == until)
            return (given, null);
        return await membership.IsApproverAsync(person.Id, cancellation)
            ? (await delegations.GiveAsync(from.ObjectId, person.Id, until, cancellation), null)
            : (null, $"{DisplayText.Of(person.DisplayName, person.UserPrincipalName)} is not a member of an approver group (policy/approvers.yaml).");
    }

    /// <summary>Takes them back.</summary>
    /// <returns>False when nothing was handed over.</returns>
    public Task<bool> EndAsync(SignedInPerson from, CancellationToken cancellation) => delegations.EndAsync(from.ObjectId, cancellation);
}
