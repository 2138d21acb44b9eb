using HelpDesk.Adapters.Graph.Throttling;

namespace HelpDesk.Adapters.Tests.Graph.Harness;

/// <summary>Limits that no test reaches unless it wants to.</summary>
internal static class WideQuotas
{
    /// <summary>What would have to wait is turned away at once.</summary>
    public static GraphQuotas NoWait { get; } = Of(TimeSpan.Zero);

    /// <summary>Waits only while Graph has throttled.</summary>
    public static GraphQuotas Of(TimeSpan longestWait) => new(1, longestWait)
    {
        Limits = Enum.GetValues<GraphClass>().ToDictionary(
            kind => kind, IReadOnlyList<Quota> (_) => [new Quota(QuotaKind.Units, 100_000, TimeSpan.FromSeconds(1), IsBucket: true), new Quota(QuotaKind.Requests, 100_000, TimeSpan.FromSeconds(1), IsBucket: true)]),
    };
}
