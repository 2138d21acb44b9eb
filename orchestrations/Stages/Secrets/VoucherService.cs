using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Proofs;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>Where a manager says how they recognised a person and gets a one-time code for them. The code is in the one answer and nowhere else.</summary>
public sealed class VoucherService(HandOverRecords records, HandOverProof proof, HandOverGuard guard, VoucherEntitlement entitlement, Vouchers vouchers, TimeProvider time)
{
    /// <summary>The hand-over of that id, or null.</summary>
    public Task<HandOver?> FindAsync(string handOverId, CancellationToken cancellation) => records.FindAsync(handOverId, cancellation);

    /// <summary>Why a person may not vouch; null when they may.</summary>
    public Task<string?> WhyNotAsync(HandOver handOver, SignedInPerson person, CancellationToken cancellation) => entitlement.WhyNotAsync(handOver, person, cancellation);

    /// <summary>Keeps a code for the person.</summary>
    /// <param name="handOverId">The hand-over.</param>
    /// <param name="person">The manager, signed in.</param>
    /// <param name="method">How they recognised the person.</param>
    /// <param name="code">The code, made by chance: at least <see cref="Vouchers.CodeLength"/> characters.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Until when it can be entered, or why there is none.</returns>
    /// <exception cref="VendorException">Store, key or directory cannot be reached: then there is no code.</exception>
    public async Task<(DateTimeOffset? ExpiresAt, string? WhyNot)> GiveAsync(string handOverId, SignedInPerson person, IdentityCheckMethod method, string code, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await records.FindAsync(handOverId, cancellation) is not { } handOver)
            return (null, "There is no such secret hand-over.");
        if (await proof.WhyNotAsync(handOver, cancellation) is { } notGenuine)
            return (null, notGenuine);
        if (await proof.StateAsync(handOver, records, cancellation) is not HandOverState.Open || now >= handOver.ExpiresAt)
            return (null, "The pass was collected, or it's too late to collect it.");
        if (await entitlement.WhyNotAsync(handOver, person, cancellation) is { } whyNot)
            return (null, whyNot);
        if (await guard.WhyNotAsync(handOver, cancellation) is { } changed)
            return (null, changed);
        if (await vouchers.GiveAsync(SubjectProof.Of(handOver), person.ObjectId, method.ToString(), code, now, cancellation) is not { } expiresAt)
            return (null, "Too many codes were given for this request. The service desk must check the identity.");
        await entitlement.CountAsync(handOver, person.ObjectId, now, cancellation);
        return (expiresAt, null);
    }
}
