namespace HelpDesk.Orchestrations.Foundation.Records;

/// <summary>Every key begins with the tenant id, so that serving several tenants is no migration.</summary>
public static class Tenant
{
    /// <summary>The tenant where there is one.</summary>
    public const string Default = "default";

    /// <summary>A partition of the tenant: <c>default</c>, or <c>default|part</c>.</summary>
    public static string Partition(string? part = null) => part is null ? Default : $"{Default}|{part}";
}
