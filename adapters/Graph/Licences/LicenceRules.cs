using HelpDesk.Orchestrations.Domain.Directory;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>Says before it is asked for whether Graph would give or take a licence.</summary>
internal sealed class LicenceRules(LicenceReader licences, PlanNeeds needs)
{
    /// <summary>Said when no seat is free.</summary>
    public const string NoSeat = "No seat of this licence is free.";

    /// <summary>Said when the usage location is missing.</summary>
    public const string NoLocation = "The account has no usage location, which a licence needs; set it first.";

    /// <summary>Said when a base licence is missing.</summary>
    public const string NoBase = "The licence needs a base licence that the person does not have; the base licence must be assigned first.";

    /// <summary>Said when a licence comes through a group.</summary>
    public const string ByGroup = "The licence comes through a group; the membership would have to change.";

    /// <summary>The licence as the person has it now.</summary>
    public static LicenceState StateOf(User? user, Guid skuId) =>
        user?.AssignedLicenses?.FirstOrDefault(licence => licence.SkuId == skuId) is { } licence
            ? new LicenceState(true, DisabledPlans(licence.DisabledPlans))
            : new LicenceState(false, []);

    /// <summary>Ids of switched-off plans, sorted.</summary>
    public static IReadOnlyList<Guid> DisabledPlans(IEnumerable<Guid?>? plans) => [.. (plans ?? []).OfType<Guid>().Order()];

    /// <summary>Why the licence cannot be taken; null when it can.</summary>
    public async Task<string?> WhyNotTakeAsync(User user, Guid skuId, CancellationToken cancellation)
    {
        if (ByGroupOrNull(user, skuId) is { } byGroup)
            return byGroup;
        var others = (user.AssignedLicenses ?? []).Where(licence => licence.SkuId is { } held && held != skuId).ToList();
        if (others.Count == 0 || (user.AssignedLicenses ?? []).All(licence => licence.SkuId != skuId))
            return null;
        var stock = await licences.StockAsync(cancellation);
        var after = others.Where(licence => stock.ContainsKey(licence.SkuId!.Value)).SelectMany(licence => Held(stock[licence.SkuId!.Value], licence.DisabledPlans)).ToList();
        var own = stock.GetValueOrDefault(skuId) is { } sku ? Held(sku, []) : [];
        return needs.Missing(after, after) is { } orphan && needs.Missing([orphan], [.. after, .. own]) is null
            ? $"Another licence of the person needs it (plan {DisplayText.Of(orphan.Name, "?")}); that one must be removed first."
            : null;
    }

    private static string? ByGroupOrNull(User user, Guid skuId) =>
        user.LicenseAssignmentStates?.Any(state => state.SkuId == skuId && !string.IsNullOrEmpty(state.AssignedByGroup)) == true ? ByGroup : null;

    /// <summary>Why the licence cannot be given; null when it can.</summary>
    /// <param name="user">The account.</param>
    /// <param name="skuId">The licence.</param>
    /// <param name="without">Licences that go in the same call.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<string?> WhyNotGiveAsync(User user, Guid skuId, IReadOnlyCollection<Guid> without, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(user.UsageLocation))
            return NoLocation;
        var stock = await licences.StockAsync(cancellation);
        if (stock.GetValueOrDefault(skuId) is not { } wanted)
            return "The organisation has no such licence; correct its id in policy/access.yaml.";
        if ((wanted.PrepaidUnits?.Enabled ?? 0) - (wanted.ConsumedUnits ?? 0) <= 0)
            return NoSeat;

        var kept = (user.AssignedLicenses ?? [])
            .Where(licence => licence.SkuId is { } held && held != skuId && !without.Contains(held) && stock.ContainsKey(held))
            .SelectMany(licence => Plans(stock[licence.SkuId!.Value], licence.DisabledPlans))
            .ToList();
        var wholly = (user.AssignedLicenses ?? [])
            .Where(licence => licence.SkuId is { } held && held != skuId && !without.Contains(held) && stock.ContainsKey(held))
            .SelectMany(licence => Held(stock[licence.SkuId!.Value], licence.DisabledPlans)).Concat(Held(wanted, [])).ToList();
        if (needs.Missing(Held(wanted, []), wholly) is { } alone)
            return $"{NoBase} (Its plan {DisplayText.Of(alone.Name, "?")} depends on one.)";
        return ServicePlans.Conflict(Plans(wanted, []), kept) is { } conflict
            ? $"The licence's plan {DisplayText.Of(conflict.Wanted, "?")} excludes {DisplayText.Of(conflict.Kept, "?")}, which the person has by another licence."
            : null;
    }

    /// <summary>Why one licence must not be swapped for another; null when it may. Never at the price of a mailbox or of files.</summary>
    public async Task<string?> WhyNotSwapAsync(User user, Guid from, Guid to, CancellationToken cancellation)
    {
        if ((ByGroupOrNull(user, from) ?? await WhyNotGiveAsync(user, to, [from], cancellation)) is { } why)
            return why;
        var stock = await licences.StockAsync(cancellation);
        var after = (user.AssignedLicenses ?? []).Where(licence => licence.SkuId is { } held && held != from && stock.ContainsKey(held))
            .SelectMany(licence => Plans(stock[licence.SkuId!.Value], licence.DisabledPlans))
            .Concat(Plans(stock[to], []));
        var before = stock.GetValueOrDefault(from) is { } old ? Plans(old, [.. StateOf(user, from).DisabledPlans.Cast<Guid?>()]) : [];
        return ServicePlans.Loses([.. before], [.. after]) ? "The person's mailbox or files hang on the old licence, and the new one has no place for them." : null;
    }

    private static IEnumerable<string> Plans(SubscribedSku sku, IReadOnlyCollection<Guid?>? disabled) =>
        (sku.ServicePlans ?? []).Where(plan => disabled?.Contains(plan.ServicePlanId) != true).Select(plan => plan.ServicePlanName).OfType<string>();

    private static IEnumerable<HeldPlan> Held(SubscribedSku sku, IReadOnlyCollection<Guid?>? disabled) =>
        (sku.ServicePlans ?? []).Where(plan => disabled?.Contains(plan.ServicePlanId) != true).Select(static plan => new HeldPlan(plan.ServicePlanName ?? "", plan.ServicePlanId?.ToString() ?? ""));
}
