using System.Globalization;
using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Budgets;

/// <summary>
/// Counts the effects that there may still be in this clock hour. They are reserved right before the first step of a plan is done, all of the
/// plan's or none, each under the key of its step, so that a step reserves once however often it is tried; what turned out to change
/// nothing is given back. All of an hour is in one record, because only that is taken at once. Targets of bulk runs have a budget of
/// their own and take nothing here.
/// </summary>
public sealed class Budgets(IRecordStore store, PolicySet policy, TimeProvider time)
{
    private static readonly string Partition = Tenant.Partition("budget");

    /// <summary>What a person reads who takes over, or asks again.</summary>
    /// <param name="exceeded">Which budget, in words.</param>
    public static string Words(string exceeded) => $"The budget of this hour is used up: {exceeded} (policy/budgets.yaml).";

    /// <summary>Looks whether a plan would still fit into this hour, and reserves nothing: who waits for an approval holds nobody up.</summary>
    /// <returns>Which budget would be exceeded, in words; null when none would.</returns>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<string?> WhyNotAsync(Plan plan, CancellationToken cancellation)
    {
        if (BulkCase.Is(plan.CaseId))
            return null;
        var (before, now) = (await ReadAsync(HourBefore, cancellation), await ReadAsync(Hour, cancellation));
        return now.Exceeded(plan, Missing(plan, 0, before, now), policy.Budgets);
    }

    /// <summary>Reserves the steps of a plan from <paramref name="from"/> on, as far as they are not reserved in this hour or the one before: all or none.</summary>
    /// <returns>Which budget would be exceeded, in words; null when they are reserved.</returns>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<string?> ReserveAsync(Plan plan, int from, CancellationToken cancellation)
    {
        if (BulkCase.Is(plan.CaseId))
            return null;
        // A step that is done or tried again after the full hour still has what was reserved before it.
        var before = await ReadAsync(HourBefore, cancellation);
        string? exceeded = null;
        await store.UpdateAsync<HourUse>(
            Tables.Flags, Partition, Row(Hour),
            found =>
            {
                var use = found ?? HourUse.Nothing;
                var missing = Missing(plan, from, before, use);
                exceeded = use.Exceeded(plan, missing, policy.Budgets);
                return exceeded is not null || missing.Count == 0 ? use : use.With(plan, missing);
            },
            cancellation);
        return exceeded;
    }

    /// <summary>Gives back what was reserved for steps that changed nothing or will not be done. What is not reserved stays so.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="from">The first step, from 0.</param>
    /// <param name="count">How many; null = all that follow.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task GiveBackAsync(Plan plan, int from, int? count, CancellationToken cancellation)
    {
        var steps = Enumerable.Range(from, count ?? plan.Steps.Count - from).ToList();
        if (BulkCase.Is(plan.CaseId) || steps.Count == 0)
            return;
        foreach (var hour in new[] { HourBefore, Hour })
        {
            var reserved = await ReadAsync(hour, cancellation);
            if (steps.Exists(step => reserved.Holds(HourUse.KeyOf(plan), step)))
                await store.UpdateAsync<HourUse>(Tables.Flags, Partition, Row(hour), found => (found ?? HourUse.Nothing).Without(HourUse.KeyOf(plan), steps), cancellation);
        }
    }

    private DateTimeOffset Hour => time.GetUtcNow();

    private DateTimeOffset HourBefore => time.GetUtcNow().AddHours(-1);

    private static List<int> Missing(Plan plan, int from, HourUse before, HourUse now) =>
        [.. Enumerable.Range(from, plan.Steps.Count - from).Where(step => !before.Holds(HourUse.KeyOf(plan), step) && !now.Holds(HourUse.KeyOf(plan), step))];

    private async Task<HourUse> ReadAsync(DateTimeOffset hour, CancellationToken cancellation) =>
        (await store.ReadAsync<HourUse>(Tables.Flags, Partition, Row(hour), cancellation))?.Value ?? HourUse.Nothing;

    private static string Row(DateTimeOffset moment) => $"effects-{moment.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture)}";
}
