using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk.Running;

/// <summary>
/// Takes the effects of the next targets out of the hourly blast radius of bulk runs: every step of a target's plan is one. What turns out to
/// be so already, is refused or is stopped stays counted: a run that waits loses time only. Tickets have budgets of their own
/// (<see cref="Budgets"/>), which bulk work never uses up.
/// </summary>
public sealed class ReserveBulkBudget(IRecordStore store, BulkRuns runs, FrozenLists lists, PolicySet policy, ActivityResults results, TimeProvider time) : KeptActivity<ReserveBulkBudget.Input, ReserveBulkBudget.Result>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<ReserveBulkBudget>("reserve-bulk-budget");

    /// <inheritdoc />
    protected override CaseId CaseOf(Input input) => input.CaseId;

    /// <inheritdoc />
    protected override async Task<Result> MakeAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var effects = await EffectsAsync(input, cancellation);
        var now = time.GetUtcNow();
        var granted = new BulkGrant(0, 0);
        await store.UpdateAsync<BulkHour>(
            Tables.Flags, Tenant.Partition("budget"), $"bulk-effects-{now.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture)}",
            found =>
            {
                var grants = found?.Grants ?? new Dictionary<string, BulkGrant>(StringComparer.Ordinal);
                if (grants.TryGetValue(context.IdempotencyKey, out var mine))
                {
                    granted = mine;
                    return found!;
                }

                granted = Granted(effects, grants.Values.Sum(grant => grant.Effects));
                return granted.Targets == 0 && found is not null ? found : new BulkHour(new SortedDictionary<string, BulkGrant>(grants.ToDictionary(), StringComparer.Ordinal) { [context.IdempotencyKey] = granted });
            },
            cancellation);
        var next = new DateTimeOffset(now.UtcDateTime.Date.AddHours(now.UtcDateTime.Hour + 1), TimeSpan.Zero);
        return new Result(granted.Targets, next);
    }

    // As many targets as fit, in their order. One that is more than a whole hour's budget gets an hour of its own: it would wait for ever.
    private BulkGrant Granted(List<int> effects, int used)
    {
        var (targets, taken) = (0, 0);
        while (targets < effects.Count && (used + taken + effects[targets] <= policy.Bulk.Limits.EffectsPerHour || used + taken == 0))
            taken += effects[targets++];
        return new BulkGrant(targets, taken);
    }

    private async Task<List<int>> EffectsAsync(Input input, CancellationToken cancellation)
    {
        var run = await runs.GetAsync(input.CaseId, cancellation);
        var list = await lists.GetAsync(run.List ?? throw new InvalidOperationException($"The run '{input.CaseId}' has no frozen list."), cancellation);
        var parts = new Dictionary<int, BulkListPart>();
        var effects = new List<int>();
        foreach (var number in input.Numbers)
        {
            var at = number / BulkListPart.Size;
            if (!parts.TryGetValue(at, out var part))
                parts[at] = part = await lists.PartAsync(list, at, cancellation);
            // An undo's list also names the steps that stay.
            effects.Add(part.Targets[number % BulkListPart.Size].Steps.Count(step => run.Undoes is null || step.Undo is not null));
        }

        return effects;
    }

    /// <summary>What <see cref="ReserveBulkBudget"/> takes.</summary>
    /// <param name="CaseId">The run.</param>
    /// <param name="Numbers">The targets that are next, in their order; at most one batch.</param>
    public sealed record Input(CaseId CaseId, IReadOnlyList<int> Numbers);

    /// <summary>For how many targets the hour's budget is enough.</summary>
    /// <param name="Granted">So many of the targets asked for may be begun, the first ones; 0 = none in this hour.</param>
    /// <param name="NextAt">When the next hour's budget begins, UTC.</param>
    public sealed record Result(int Granted, DateTimeOffset NextAt);
}

/// <summary>What bulk runs took of one clock hour's budget.</summary>
/// <param name="Grants">By the key of who asked, so that a repetition takes nothing twice.</param>
public sealed record BulkHour(IReadOnlyDictionary<string, BulkGrant> Grants);

/// <summary>What one batch of a bulk run took of an hour's budget.</summary>
/// <param name="Targets">For how many targets.</param>
/// <param name="Effects">The steps of all their plans.</param>
public sealed record BulkGrant(int Targets, int Effects);
