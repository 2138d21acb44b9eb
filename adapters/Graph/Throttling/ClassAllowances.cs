namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>What may still be used of all limits that one class of requests has. Not for several threads at once: its gate sees to that.</summary>
internal sealed class ClassAllowances(IEnumerable<Quota> limits, GraphQuotas quotas)
{
    private const double Enough = 1e-6;

    // Where somebody else uses the limit too, bulk work stops where Graph begins to warn.
    private const double WarningLevel = 0.8;
    private const double OursAtMost = 0.03;

    private readonly Allowance[] _all = [.. limits.Select(quota => Allowance.Of(quota, quotas.ShareOf(quota), quotas.Fraction))];

    /// <summary>The used part of the fullest limit, 0 to 1 and above.</summary>
    public double Level(TimeSpan now) => _all.Max(allowance => allowance.Level(now));

    /// <summary>True when so much of a limit is used, by this instance and those that share it, that Graph warns.</summary>
    public bool IsNearlyUsed(TimeSpan now) => Array.Exists(_all, allowance => allowance.Level(now) + allowance.OfOtherInstances >= WarningLevel);

    /// <summary>This instance takes another part of what is this app's.</summary>
    public void Resize(double fraction, TimeSpan now)
    {
        foreach (var allowance in _all)
            allowance.Resize(fraction, now);
    }

    /// <summary>A request leaves.</summary>
    public void Take(RequestCost cost, TimeSpan now)
    {
        foreach (var allowance in _all)
            allowance.Take(allowance.Quota.Of(cost), now);
    }

    /// <summary>Graph counted other resource units for a request than we did; null when it did not say.</summary>
    public void Counted(RequestCost cost, int? units, TimeSpan now)
    {
        if (units is { } counted && counted != cost.Units && Array.Find(_all, allowance => allowance.Quota.Kind == QuotaKind.Units) is { } bucket)
            bucket.Take(counted - cost.Units, now);
    }

    /// <summary>Graph says how much of a limit is used. It does not say which: the fullest one that the request counted for is meant.</summary>
    /// <returns>True when other applications use it as well.</returns>
    public bool Reported(RequestCost cost, double used, TimeSpan now)
    {
        if (_all.Where(allowance => allowance.Quota.Of(cost) > 0).MaxBy(allowance => allowance.Level(now)) is not { } fullest)
            return false;
        var isByOthers = used >= WarningLevel && used > fullest.Level(now) + fullest.OfOtherInstances + OursAtMost;
        fullest.Raise(used, now);
        return isByOthers;
    }

    /// <summary>How long until all of these may leave, when nothing else does before.</summary>
    public TimeSpan Until(IReadOnlyCollection<RequestCost> costs, bool isBulk, TimeSpan now)
    {
        var longest = TimeSpan.Zero;
        foreach (var allowance in _all)
        {
            var wanted = costs.Sum(allowance.Quota.Of);
            // Of a limit that none of them counts for nothing need be left.
            if (wanted > 0 && allowance.Until(wanted + (isBulk ? allowance.Reserve : 0) - Enough, now) is var wait && wait > longest)
                longest = wait;
        }

        return longest;
    }
}
