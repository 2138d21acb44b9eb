namespace HelpDesk.Simulator.Graph.Throttling;

/// <summary>A limit of the contract.</summary>
/// <param name="Name">Its name in the figures.</param>
/// <param name="Class">Throttle class that counts for it: IDN (with AUTH), INT, IDP, RPT, OUT.</param>
/// <param name="Kind">What it counts.</param>
/// <param name="Amount">How much.</param>
/// <param name="Seconds">In how long.</param>
/// <param name="IsPerApp">True: each application has its own. False: the tenant has one for all.</param>
/// <param name="IsBucket">True: a token bucket. False: a sliding window.</param>
internal sealed record ModelLimit(string Name, string Class, LimitKind Kind, double Amount, double Seconds, bool IsPerApp, bool IsBucket)
{
    /// <summary>All limits that one tenant can reach; those over all tenants of an app are far above.</summary>
    public static IReadOnlyList<ModelLimit> Of(ModelSize size) => size == ModelSize.None ? [] :
    [
        new("identity-units", "IDN", LimitKind.Units, size switch { ModelSize.Small => 3_500, ModelSize.Medium => 5_000, _ => 8_000 }, 10, IsPerApp: true, IsBucket: true),
        new("identity-writes", "IDN", LimitKind.Writes, 3_000, 150, IsPerApp: true, IsBucket: true),
        new("identity-writes-of-tenant", "IDN", LimitKind.Writes, 18_000, 300, IsPerApp: false, IsBucket: true),
        new("intune", "INT", LimitKind.Requests, 2_000, 20, IsPerApp: true, IsBucket: false),
        new("intune-writes", "INT", LimitKind.Writes, 200, 20, IsPerApp: true, IsBucket: false),
        new("intune-of-tenant", "INT", LimitKind.Requests, 4_000, 20, IsPerApp: false, IsBucket: false),
        new("intune-writes-of-tenant", "INT", LimitKind.Writes, 400, 20, IsPerApp: false, IsBucket: false),
        new("identity-protection", "IDP", LimitKind.Requests, 1, 1, IsPerApp: false, IsBucket: false),
        new("reporting", "RPT", LimitKind.Requests, 5, 10, IsPerApp: true, IsBucket: false),
        new("sign-in-activity", "SIA", LimitKind.Requests, 10, 60, IsPerApp: true, IsBucket: false),
        new("outlook", "OUT", LimitKind.Requests, 10_000, 600, IsPerApp: true, IsBucket: false),
    ];

    /// <summary>What a call takes of it.</summary>
    public double Of(CallCost cost) => cost.Class != Class ? 0 : Kind switch
    {
        LimitKind.Units => cost.Units,
        LimitKind.Writes => cost.Writes,
        _ => 1,
    };
}
