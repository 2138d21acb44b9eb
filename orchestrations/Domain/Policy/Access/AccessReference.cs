namespace HelpDesk.Orchestrations.Domain.Policy.Access;

/// <summary>
/// A value under <c>with:</c> that names the access catalogue instead of a literal: <c>access.requested.group</c> (what the ticket
/// asks for), <c>access.replaced.sku</c> (the licence that the requested one replaces and the person holds) or <c>access.entry-id.group</c>. Properties are <c>group</c>, <c>sku</c> and <c>expires-after</c>.
/// </summary>
/// <param name="Entry">Entry id, <c>requested</c> or <c>replaced</c>.</param>
/// <param name="Property">Property of the entry.</param>
public sealed record AccessReference(string Entry, string Property)
{
    /// <summary>The entry name that stands for what the ticket asks for.</summary>
    public const string Requested = "requested";

    /// <summary>The entry name that stands for the licence of the person that the requested one replaces.</summary>
    public const string Replaced = "replaced";

    /// <summary>The property of a licence's id.</summary>
    public const string Sku = "sku";

    /// <summary>The one property that an entry need not have: access that never expires.</summary>
    public const string ExpiresAfter = "expires-after";

    private const string Prefix = "access.";

    /// <summary>Properties that a reference may name.</summary>
    public static IReadOnlyList<string> Properties { get; } = ["group", Sku, ExpiresAfter];

    /// <summary>The reference that a value is, or null for a literal.</summary>
    public static AccessReference? Parse(string value)
    {
        if (!value.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var dot = value.LastIndexOf('.');
        return dot < Prefix.Length ? new AccessReference(value[Prefix.Length..], "") : new AccessReference(value[Prefix.Length..dot], value[(dot + 1)..]);
    }

    /// <summary>The property's value of an entry; null when the entry has none.</summary>
    public string? Of(AccessEntry entry) => Property switch
    {
        "group" => entry.GroupId,
        "sku" => entry.SkuId,
        ExpiresAfter => entry.ExpiresAfter?.ToString("c"),
        _ => null,
    };
}
