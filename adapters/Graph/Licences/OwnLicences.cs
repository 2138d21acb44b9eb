using HelpDesk.Orchestrations.Domain.Directory;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>The licences of a person, told apart by whether they may go when the person leaves.</summary>
/// <param name="Ours">Directly assigned, and nothing of value hangs on them.</param>
/// <param name="Kept">What stays, each with the reason.</param>
/// <param name="Names">Part number of each licence.</param>
internal sealed record OwnLicences(IReadOnlyList<HeldLicence> Ours, IReadOnlyList<(Guid SkuId, string Why)> Kept, Func<Guid, string> Names)
{
    /// <summary>As it is captured.</summary>
    public LicencesState State => new(Ours);

    /// <summary>For the approver: which go and which stay, and why.</summary>
    public string Words
    {
        get
        {
            var goes = Ours.Count == 0 ? "The person has no licence that may go." : $"The person loses {string.Join(", ", Ours.Select(licence => Names(licence.SkuId)))}.";
            return Kept.Count == 0 ? goes : $"{goes} Not touched: {string.Join(", ", Kept.Select(licence => $"{Names(licence.SkuId)} ({licence.Why})"))}.";
        }
    }

    /// <summary>Tells the licences apart.</summary>
    /// <param name="user">The account; null when it is gone.</param>
    /// <param name="stock">The tenant's licences by id.</param>
    public static OwnLicences Of(User? user, IReadOnlyDictionary<Guid, SubscribedSku> stock)
    {
        var ours = new List<HeldLicence>();
        var kept = ByGroup(user).Select(skuId => (skuId, "through a group")).ToList();
        foreach (var licence in Direct(user))
        {
            if (stock.GetValueOrDefault(licence.SkuId) is not { } sku)
                kept.Add((licence.SkuId, "not known to the organisation"));
            else if (sku.ServicePlans?.Any(plan => ServicePlans.HoldsMailOrFiles(plan.ServicePlanName) && !licence.DisabledPlans.Contains(plan.ServicePlanId ?? Guid.Empty)) == true)
                kept.Add((licence.SkuId, "mailbox or files hang on it"));
            else
                ours.Add(licence);
        }

        return new OwnLicences(ours, kept, skuId => DisplayText.Of(stock.GetValueOrDefault(skuId)?.SkuPartNumber, "an unknown licence"));
    }

    /// <summary>The directly assigned ones, sorted by id.</summary>
    public static IEnumerable<HeldLicence> Direct(User? user) => (user?.LicenseAssignmentStates ?? [])
        .Where(state => state.SkuId is not null && string.IsNullOrEmpty(state.AssignedByGroup))
        .Select(state => new HeldLicence(state.SkuId!.Value, LicenceRules.DisabledPlans(state.DisabledPlans)))
        .OrderBy(licence => licence.SkuId);

    private static IEnumerable<Guid> ByGroup(User? user) => (user?.LicenseAssignmentStates ?? [])
        .Where(state => state.SkuId is not null && !string.IsNullOrEmpty(state.AssignedByGroup))
        .Select(state => state.SkuId!.Value)
        .Distinct()
        .Order();
}
