using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>
/// Keeps opener, approver and collector of a secret apart. Who approved is read from the approval and from the audit chain: an edited row
/// alone lets nobody collect what they approved.
/// </summary>
public sealed class CollectorSeparation(ApprovalStore approvals, IAuditLog audit)
{
    private const string ActorPrefix = "person:";

    /// <summary>Why a person may not collect; null when nothing separates them.</summary>
    /// <param name="handOver">The hand-over.</param>
    /// <param name="personId">Who wants to collect.</param>
    /// <param name="secret">What is collected, in a word.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">The store cannot be read now.</exception>
    public async Task<string?> WhyNotAsync(HandOver handOver, PersonId personId, string secret, CancellationToken cancellation)
    {
        var approval = await approvals.FindAsync(ApprovalRequest.IdOf(handOver.CaseId, handOver.PlanHash), cancellation);
        var approvers = (approval?.Decisions ?? []).Select(decision => decision.PersonId.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        await foreach (var entry in audit.ReadAsync(handOver.CaseId, cancellation))
        {
            if (entry.Event.Kind == AuditKinds.ApprovalDecided && entry.Event.Actor.StartsWith(ActorPrefix, StringComparison.Ordinal))
                approvers.Add(entry.Event.Actor[ActorPrefix.Length..]);
        }

        return SeparationOfDuties.WhyNotCollect(personId, handOver.OpenerIds, approvers, secret);
    }
}
