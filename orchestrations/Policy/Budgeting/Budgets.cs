using System.Globalization;
using HelpDesk.Orchestrations.Records;
using HelpDesk.Orchestrations.Remediation;

namespace HelpDesk.Orchestrations.Policy.Budgeting;

/// <summary>
/// Counts what may still be done in this clock hour. All limits of an hour live in one record, so that a reservation takes all of
/// them or none, and a case reserves once however often it asks.
/// </summary>
public sealed class Budgets(IRecordStore store, PolicySet policy, TimeProvider time)
{
    /// <summary>Reserves what a plan needs.</summary>
    /// <returns>Which budget is used up, in words; null when the case has its reservation.</returns>
    public async Task<string?> ReserveAsync(Plan plan, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // An activity that is repeated after the full hour still has what it reserved before it.
        var before = await store.ReadAsync<HourUse>(Tables.Flags, Tenant.Partition("budget"), Row(now.AddHours(-1)), cancellation);
        if (before?.Value.Cases.ContainsKey(plan.CaseId) == true)
            return null;

        string? exhausted = null;
        await store.UpdateAsync<HourUse>(
            Tables.Flags, Tenant.Partition("budget"), Row(now),
            found =>
            {
                var use = found ?? new HourUse(new Dictionary<string, CaseUse>(StringComparer.Ordinal));
                exhausted = null;
                if (use.Cases.ContainsKey(plan.CaseId))
                    return use;
                exhausted = Exhausted(use, plan);
                return exhausted is not null ? use : With(use, plan);
            },
            cancellation);
        return exhausted;
    }

    private string? Exhausted(HourUse use, Plan plan)
    {
        var budgets = policy.Budgets;
        if (use.Cases.Count >= budgets.CasesPerHour)
            return string.Create(CultureInfo.InvariantCulture, $"{budgets.CasesPerHour} cases an hour");
        if (use.Cases.Values.Count(one => one.SubjectId == plan.SubjectId) >= budgets.CasesPerSubjectPerHour)
            return string.Create(CultureInfo.InvariantCulture, $"{budgets.CasesPerSubjectPerHour} cases an hour for one person");

        foreach (var remediation in Remediations(plan))
        {
            if (budgets.ByRemediation.TryGetValue(remediation, out var limit)
                && use.Cases.Values.Count(one => one.Remediations.Contains(remediation, StringComparer.Ordinal)) >= limit)
                return string.Create(CultureInfo.InvariantCulture, $"{limit} times '{remediation}' an hour");
        }

        return null;
    }

    private static HourUse With(HourUse use, Plan plan) =>
        new(new Dictionary<string, CaseUse>(use.Cases, StringComparer.Ordinal) { [plan.CaseId] = new(plan.SubjectId, Remediations(plan)) });

    private static List<string> Remediations(Plan plan) => [.. plan.Steps.Select(step => step.Remediation).Distinct(StringComparer.Ordinal)];

    private static string Row(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
}
