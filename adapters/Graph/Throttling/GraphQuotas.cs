namespace HelpDesk.Adapters.Graph.Throttling;

/// <summary>The limits of each class, and how much of them is ours.</summary>
/// <param name="Share">Our part of a limit that is this app's alone, 0 to 1; all instances of the app together.</param>
/// <param name="LongestWait">How long a request may wait for its turn.</param>
internal sealed record GraphQuotas(double Share, TimeSpan LongestWait)
{
    // Of what all apps of a tenant share we take less: there is no telling what the others take. Chosen so that risk calls are 1.3 s apart.
    private const double ShareAmongApps = 0.8;

    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TwentySeconds = TimeSpan.FromSeconds(20);

    /// <summary>This instance's part of our share, above 0 to 1, until it knows how many others there are. Default 1.</summary>
    public double Fraction { get; init; } = 1;

    /// <summary>Limits by class.</summary>
    public required IReadOnlyDictionary<GraphClass, IReadOnlyList<Quota>> Limits { get; init; }

    /// <summary>Time that bulk work leaves to each of its requests of a class, however much of the limit is unused. Default none.</summary>
    public TimeSpan BulkPace { get; init; }

    /// <summary>How many requests of a class may be under way at once; none named: any.</summary>
    public IReadOnlyDictionary<GraphClass, int> MostAtOnce { get; init; } = new Dictionary<GraphClass, int>();

    /// <summary>Graph's published limits for the tenant of the settings.</summary>
    public static GraphQuotas Of(GraphOptions options) => new(options.LimitShare, options.LongestWait)
    {
        Fraction = 1.0 / options.Instances,
        Limits = new Dictionary<GraphClass, IReadOnlyList<Quota>>
        {
            // Of writes the pair of app and tenant has 3,000; the tenant's 18,000 in 5 minutes are never reached before.
            [GraphClass.Identity] =
            [
                new(QuotaKind.Units, Units(options.TenantSize), TenSeconds, IsBucket: true),
                new(QuotaKind.Writes, 3_000, TimeSpan.FromSeconds(150), IsBucket: true),
            ],
            [GraphClass.Intune] = [new(QuotaKind.Requests, 2_000, TwentySeconds), new(QuotaKind.Writes, 200, TwentySeconds)],
            [GraphClass.IdentityProtection] = [new(QuotaKind.Requests, 1, TimeSpan.FromSeconds(1), IsOfAllApps: true)],
            [GraphClass.Reporting] = [new(QuotaKind.Requests, 5, TenSeconds)],
            [GraphClass.SignInActivity] = [new(QuotaKind.Requests, 10, TimeSpan.FromMinutes(1))],
            [GraphClass.Outlook] = [new(QuotaKind.Requests, 10_000, TimeSpan.FromMinutes(10))],
        },
        // An unused limit spent faster only takes the machine from single tickets.
        BulkPace = TimeSpan.FromSeconds(1) / options.BulkRequestsPerSecond,
        // Of one mailbox 4; we do not tell mailboxes apart.
        MostAtOnce = new Dictionary<GraphClass, int> { [GraphClass.Outlook] = 4 },
    };

    /// <summary>Our part of a limit.</summary>
    public double ShareOf(Quota quota) => quota.IsOfAllApps ? Share * ShareAmongApps : Share;

    /// <summary>Time between two requests of a class that a limit of all apps of the tenant leaves this instance; zero when there is no such limit.</summary>
    public TimeSpan BetweenOf(GraphClass kind) =>
        Limits[kind].Where(static quota => quota is { IsOfAllApps: true, Kind: QuotaKind.Requests }).Select(quota => quota.Window / (quota.Amount * ShareOf(quota) * Fraction)).DefaultIfEmpty(TimeSpan.Zero).Max();

    /// <summary>How many requests of a class an instance may have under way at once: its part, and one at least, or the class would stand still.</summary>
    public int MostAtOnceOf(GraphClass kind, double fraction) => MostAtOnce.TryGetValue(kind, out var most) ? Math.Max(1, (int)(most * fraction)) : int.MaxValue;

    private static int Units(TenantSize size) => size switch
    {
        TenantSize.Small => 3_500,
        TenantSize.Medium => 5_000,
        TenantSize.Large => 8_000,
        _ => throw new ArgumentOutOfRangeException(nameof(size), size, "Graph:TenantSize is Small, Medium or Large."),
    };
}
