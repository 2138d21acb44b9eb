using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Proofs;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Proofs;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>
/// Whether the person whose secret it is may collect it: by proofs that the audit chain holds signed for this hand-over and this browser, and by
/// the directory and policy of this moment.
/// </summary>
public sealed class SubjectProof(
    IDirectory directory, PolicySet policy, RemediationCatalogue catalogue, CollectorSeparation separation, ApprovalStore approvals, ProofLedger ledger)
{
    /// <summary>What proofs of a hand-over are about.</summary>
    public static ProofSubject Of(HandOver handOver) => new(handOver.CaseId, handOver.HandOverId, handOver.PlanHash, handOver.SubjectId);

    /// <summary>Why the person never collects it themself, whatever they prove; null when they may.</summary>
    /// <exception cref="VendorException">The directory cannot be read now.</exception>
    public async Task<string?> WhyNeverAsync(HandOver handOver, CancellationToken cancellation)
    {
        // What opens a device may be asked for by whoever has it in hand.
        if (handOver.Kind != SecretKind.TemporaryPass || !catalogue.Descriptors.Any(descriptor => descriptor is { IsHandOver: true, Secret: SecretKind.TemporaryPass } && policy.Proofs.Remediations.Contains(descriptor.Id)))
            return $"The {SecretLabels.ShortOf(handOver.Kind)} is given by another person.";
        if (!handOver.RequesterId.Is(handOver.SubjectId))
            return "Another person asked for it.";
        return KeptForPeople.WhyNever(await directory.GetPersonAsync(handOver.SubjectId, cancellation), await directory.GetRiskAsync(handOver.SubjectId, cancellation), policy.Protection);
    }

    /// <summary>Why the person may not collect it now; null when they may.</summary>
    /// <param name="handOver">The hand-over.</param>
    /// <param name="browser">Digest of their browser.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">Store, key or directory cannot be read now.</exception>
    public async Task<string?> WhyNotAsync(HandOver handOver, string browser, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await WhyNeverAsync(handOver, cancellation) is { } never)
            return never;
        // The person usually opened the ticket; that they are who they are is what the proofs say.
        if (await separation.WhyNotAsync(handOver with { OpenerIds = [] }, handOver.SubjectId, SecretLabels.ShortOf(handOver.Kind), cancellation) is { } conflict)
            return conflict;
        return (await AssuranceAsync(handOver, browser, cancellation)).IsEnough(policy.Proofs, now)
            ? null
            : "Your identity isn't confirmed yet.";
    }

    /// <summary>What proves the person in a browser.</summary>
    /// <exception cref="VendorException">Store, key or directory cannot be read now.</exception>
    public async Task<RequesterAssurance> AssuranceAsync(HandOver handOver, string browser, CancellationToken cancellation)
    {
        var proofs = (await ledger.OfAsync(Of(handOver), cancellation)).Where(proof => browser.Length > 0 && string.Equals(proof.Browser, browser, StringComparison.Ordinal));
        return new RequesterAssurance([.. proofs], await IsApprovedByManagerAsync(handOver, cancellation));
    }

    private async Task<bool> IsApprovedByManagerAsync(HandOver handOver, CancellationToken cancellation) =>
        await approvals.VerifyAsync(ApprovalRequest.IdOf(handOver.CaseId, handOver.PlanHash), handOver.CaseId, cancellation) is { IsApproved: true, Request: { } gate }
        && await directory.GetManagerAsync(handOver.SubjectId, cancellation) is { } manager
        && gate.Decisions.Any(decision => decision.Approve && decision.PersonId.Is(manager.Id));
}
