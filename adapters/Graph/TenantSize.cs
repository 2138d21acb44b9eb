namespace HelpDesk.Adapters.Graph;

/// <summary>Size of the tenant: Graph's limit of resource units depends on it (contracts: graph-throttling).</summary>
public enum TenantSize
{
    /// <summary>Fewer than 50 users: 3,500 units in 10 seconds.</summary>
    Small,

    /// <summary>50 to 500 users: 5,000 units in 10 seconds.</summary>
    Medium,

    /// <summary>More than 500 users: 8,000 units in 10 seconds.</summary>
    Large,
}
