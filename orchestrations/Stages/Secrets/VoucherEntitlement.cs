using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Proofs;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Proofs;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>
/// Who may vouch for a person: their manager by the directory as it is now, alive, who neither opened the ticket nor vouched for too many today; and
/// who did not approve, where policy says so.
/// </summary>
public sealed class VoucherEntitlement(IDirectory directory, PolicySet policy, DeciderLiveness liveness, CollectorSeparation separation, SubjectProof subjects, ProofLimits limits)
{
    /// <summary>Why not; null when they may.</summary>
    /// <param name="handOver">The hand-over.</param>
    /// <param name="person">Who wants to vouch, signed in.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">Store or directory cannot be read now.</exception>
    public async Task<string?> WhyNotAsync(HandOver handOver, SignedInPerson person, CancellationToken cancellation)
    {
        if (!policy.Proofs.Accepted.Contains(ProofKind.ManagerVoucher))
            return "Managers don't vouch here (policy/proofs.yaml). The service desk checks the identity.";
        if (Is(person.ObjectId, handOver.SubjectId) || Is(person.ObjectId, handOver.RequesterId))
            return "You can't vouch for yourself.";
        if (handOver.OpenerIds.Any(opener => Is(opener, person.ObjectId)))
            return "You opened this ticket, so another person must confirm the identity: ask the service desk.";
        if (await liveness.WhyNotAsync(person, cancellation) is { } gone)
            return gone;
        if (await directory.GetManagerAsync(handOver.SubjectId, cancellation) is not { } manager || !Is(manager.Id, person.ObjectId))
            return "Only the manager of the person in the directory may vouch for them.";
        if (!policy.Proofs.ApproverMayVouch && await separation.WhyNotAsync(handOver, person.ObjectId, "pass", cancellation) is { } conflict)
            return conflict;
        return await subjects.WhyNeverAsync(handOver, cancellation) ?? await limits.WhyNotVouchAsync(person.ObjectId, handOver.SubjectId, cancellation);
    }

    /// <summary>Counts that they vouched.</summary>
    internal Task CountAsync(HandOver handOver, PersonId managerId, DateTimeOffset at, CancellationToken cancellation) =>
        limits.VouchedAsync(managerId, handOver.SubjectId, FormattableString.Invariant($"{handOver.HandOverId}|{at.UtcTicks}"), cancellation);

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
