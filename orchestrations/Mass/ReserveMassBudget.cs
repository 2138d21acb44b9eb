using HelpDesk.Orchestrations.Cases;
using HelpDesk.Orchestrations.Durable;
using HelpDesk.Orchestrations.Policy;
using HelpDesk.Orchestrations.Records;
using System.Globalization;

namespace HelpDesk.Orchestrations.Mass;

/// <summary>Takes targets out of the hourly blast radius of mass runs. Tickets have budgets of their own, which mass work never uses up.</summary>
public sealed class ReserveMassBudget(IRecordStore store, PolicySet policy, FirstResult first, TimeProvider time) : Activity<ReserveMassBudgetInput, MassBudgetGrant>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<ReserveMassBudgetInput, MassBudgetGrant> Reference = Named<ReserveMassBudget>("reserve-mass-budget");

    /// <inheritdoc />
    public override async Task<MassBudgetGrant> RunAsync(ActivityContext context, ReserveMassBudgetInput input)
    {
        var cancellation = context.Cancellation;
        if (await first.FindAsync<MassBudgetGrant>(input.CaseId, context.IdempotencyKey, cancellation) is { } before)
            return before;
        var now = time.GetUtcNow();
        var granted = 0;
        await store.UpdateAsync<MassHour>(
            Tables.Flags, Tenant.Partition("budget"), $"mass-{now.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture)}",
            found =>
            {
                var grants = found?.Grants ?? new Dictionary<string, int>(StringComparer.Ordinal);
                if (grants.TryGetValue(context.IdempotencyKey, out granted))
                    return found!;
                granted = Math.Clamp(policy.Mass.Limits.TargetsPerHour - grants.Values.Sum(), 0, input.Wanted);
                return granted == 0 && found is not null ? found : new MassHour(new SortedDictionary<string, int>(grants.ToDictionary(), StringComparer.Ordinal) { [context.IdempotencyKey] = granted });
            },
            cancellation);
        var next = new DateTimeOffset(now.UtcDateTime.Date.AddHours(now.UtcDateTime.Hour + 1), TimeSpan.Zero);
        return await first.KeepAsync(input.CaseId, context.IdempotencyKey, new MassBudgetGrant(granted, next), cancellation);
    }
}
