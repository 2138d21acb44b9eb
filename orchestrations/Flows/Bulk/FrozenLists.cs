using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>
/// Reads frozen lists by what was approved: from the approval to the plan, to the list, to its part, to the target, each checked by its
/// hash. Nothing that a workflow carries is believed. What is not what was approved is a security event.
/// </summary>
public sealed class FrozenLists(CaseContext contexts, TamperEvents tampering) : IApprovalScope
{
    /// <summary>Code of the fault that says that the store does not hold what was approved.</summary>
    public const string Changed = "changed";

    /// <summary>How the plan of a target is kept in the context store.</summary>
    internal const string PlanKind = "plan";

    /// <summary>The list that an approval is about.</summary>
    /// <exception cref="VendorException">It is not about a list, or what is stored is not what was approved.</exception>
    public async Task<BulkList> OfAsync(ApprovalRequest gate, CancellationToken cancellation)
    {
        var plan = await ReadAsync<Plan>(gate.Plan, cancellation);
        if (plan.CaseId != gate.CaseId || PlanFingerprint.Of(plan) != gate.PlanHash || !plan.Steps[0].Parameters.TryGetValue(BulkList.Parameter, out var hash))
            throw await ChangedAsync(gate.CaseId, "plan", $"The plan of the approval '{gate.ApprovalId}' is not the one that was asked for.", cancellation);
        return await GetAsync(new ContextReference(gate.CaseId, BulkList.Kind, hash), cancellation);
    }

    /// <summary>A list by its reference.</summary>
    /// <exception cref="VendorException">It is not there, or was changed.</exception>
    public Task<BulkList> GetAsync(ContextReference list, CancellationToken cancellation) => ReadAsync<BulkList>(list, cancellation);

    /// <summary>One part of a list.</summary>
    /// <exception cref="VendorException">It is not there, or was changed.</exception>
    public Task<BulkListPart> PartAsync(BulkList list, int index, CancellationToken cancellation) =>
        ReadAsync<BulkListPart>(new ContextReference(list.CaseId, BulkList.PartKind, list.Parts[index].Hash), cancellation);

    /// <summary>The target of a number.</summary>
    /// <exception cref="VendorException">The list has no such target, or was changed.</exception>
    public async Task<BulkTarget> TargetAsync(BulkList list, int number, CancellationToken cancellation)
    {
        if (number < 0 || number >= list.Count)
            throw Fault($"The frozen list has no target {number}.");
        var part = await PartAsync(list, number / BulkListPart.Size, cancellation);
        return part.Targets[number % BulkListPart.Size];
    }

    /// <summary>The plan that an approval is about, or is to be about.</summary>
    /// <exception cref="VendorException">It is not there, or was changed.</exception>
    public Task<Plan> ApprovalPlanAsync(ContextReference plan, CancellationToken cancellation) => ReadAsync<Plan>(plan, cancellation);

    /// <summary>Keeps the plan of a target, and gives its version.</summary>
    public async Task<string> KeepPlanAsync(CaseId caseId, Plan plan, CancellationToken cancellation) =>
        (await contexts.PutAsync(caseId, PlanKind, plan, cancellation)).Version;

    /// <summary>The plan of a target.</summary>
    /// <exception cref="VendorException">It is not there, or was changed.</exception>
    public Task<Plan> PlanAsync(BulkList list, BulkTarget target, CancellationToken cancellation) =>
        ReadAsync<Plan>(new ContextReference(list.CaseId, PlanKind, target.PlanHash), cancellation);

    /// <summary>All targets of a person.</summary>
    public async Task<IReadOnlyList<BulkTarget>> OfPersonAsync(BulkList list, PersonId personId, CancellationToken cancellation)
    {
        personId = new PersonId(IdOf(personId));
        var found = new List<BulkTarget>();
        for (var at = 0; at < list.Parts.Count; at++)
        {
            if (string.CompareOrdinal(list.Parts[at].First, personId) <= 0 && string.CompareOrdinal(personId, list.Parts[at].Last) <= 0)
                found.AddRange((await PartAsync(list, at, cancellation)).Targets.Where(target => target.SubjectId == personId));
        }

        return found;
    }

    /// <inheritdoc />
    public bool Claims(ApprovalRequest gate) => BulkCase.Is(gate.CaseId);

    /// <inheritdoc />
    public async Task<bool> HoldsAsync(ApprovalRequest gate, Plan plan, PlanHash planHash, CancellationToken cancellation)
    {
        var list = await OfAsync(gate, cancellation);
        return (await OfPersonAsync(list, plan.SubjectId, cancellation)).Any(target => target.PlanHash == planHash)
            && !await AnyOnAsync(list, gate.Decisions.Select(decision => decision.PersonId), cancellation);
    }

    /// <summary>Reads the whole list and checks every hash, its count and its order.</summary>
    /// <returns>What is wrong; null when it is the one that was approved.</returns>
    public async Task<string?> WhyNotWholeAsync(ApprovalRequest gate, CancellationToken cancellation)
    {
        try
        {
            var list = await OfAsync(gate, cancellation);
            var (count, last) = (0, "");
            for (var at = 0; at < list.Parts.Count; at++)
            {
                foreach (var target in (await PartAsync(list, at, cancellation)).Targets)
                {
                    if (string.CompareOrdinal(last, target.SubjectId) > 0)
                        return "The frozen list is not in its order any more.";
                    (count, last) = (count + 1, target.SubjectId);
                }
            }

            return count == list.Count ? null : $"The frozen list has {count} targets, {list.Count} were approved.";
        }
        catch (VendorException damage) when (damage.Code == Changed)
        {
            return damage.Message;
        }
    }

    /// <inheritdoc />
    public async Task<bool> ConcernsAsync(ApprovalRequest gate, PersonId personId, CancellationToken cancellation) =>
        await AnyOnAsync(await OfAsync(gate, cancellation), [personId], cancellation);

    /// <summary>An object id as it is in a list.</summary>
    internal static string IdOf(PersonId personId) => personId.Value.ToLowerInvariant();

    private async Task<bool> AnyOnAsync(BulkList list, IEnumerable<PersonId> personIds, CancellationToken cancellation)
    {
        foreach (var id in personIds)
        {
            if ((await OfPersonAsync(list, id, cancellation)).Count > 0)
                return true;
        }

        return false;
    }

    private static VendorException Fault(string message) => new("store", Changed, message, isRetryable: false);

    // What is missing or changed is told in words that an operator reads, not as a defect of ours.
    private async Task<T> ReadAsync<T>(ContextReference reference, CancellationToken cancellation)
    {
        try
        {
            return await contexts.GetAsync<T>(reference, cancellation);
        }
        catch (StoredValueChangedException damage)
        {
            throw await ChangedAsync(reference.CaseId, reference.Kind, damage.Message, cancellation);
        }
    }

    private async Task<VendorException> ChangedAsync(CaseId caseId, string kind, string why, CancellationToken cancellation)
    {
        await tampering.RecordAsync(caseId, $"bulk list, {kind}", why, cancellation);
        return Fault(why);
    }
}
