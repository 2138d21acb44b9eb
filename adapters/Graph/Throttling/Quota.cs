namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>One limit.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Amount">How much in a window; the whole limit, before our share is taken.</param>
/// <param name="Window">Length of the window.</param>
/// <param name="IsBucket">True: it fills up again all the time (a token bucket). False: what was used counts until it is a window old.</param>
/// <param name="IsOfAllApps">True: other applications of the tenant use the same one.</param>
internal sealed record Quota(QuotaKind Kind, double Amount, TimeSpan Window, bool IsBucket = false, bool IsOfAllApps = false)
{
    /// <summary>What a request takes of it.</summary>
    public double Of(RequestCost cost) => Kind switch
    {
        QuotaKind.Units => cost.Units,
        QuotaKind.Writes => cost.IsWrite ? 1 : 0,
        _ => 1,
    };
}
