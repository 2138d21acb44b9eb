namespace HelpDesk.Orchestrations.Domain.Policy.Access;

/// <summary>What access can be asked to in this organisation. An identifier is in here or it is not given.</summary>
public sealed class AccessCatalogue(IReadOnlyList<AccessEntry> entries)
{
    /// <summary>All entries, in the order of the file.</summary>
    public IReadOnlyList<AccessEntry> Entries { get; } = entries;

    /// <summary>The entry of that id, or null.</summary>
    public AccessEntry? Find(string id) => Entries.FirstOrDefault(entry => entry.Id == id);

    /// <summary>The one entry of a kind that has exactly this name, ignoring case and repeated spaces; null when none or several have.</summary>
    public AccessEntry? Match(string name, AccessKind kind)
    {
        var wanted = Normalise(name);
        var matching = Entries.Where(entry => entry.Kind == kind && entry.Aliases.Any(alias => Normalise(alias) == wanted)).Take(2).ToList();
        return matching.Count == 1 ? matching[0] : null;
    }

    /// <summary>Of the licences that an entry replaces, those that a person holds.</summary>
    /// <param name="entry">The licence that is to be given.</param>
    /// <param name="held">Ids of the licences that the person holds.</param>
    public IReadOnlyList<AccessEntry> ReplacedBy(AccessEntry entry, IReadOnlyCollection<string> held) =>
        [.. entry.Replaces.Select(Find).OfType<AccessEntry>().Where(old => old.SkuId is { } sku && held.Contains(sku, StringComparer.OrdinalIgnoreCase))];

    /// <summary>The entry that gives a group, or null.</summary>
    public AccessEntry? ForGroup(string groupId) => Entries.FirstOrDefault(entry => string.Equals(entry.GroupId, groupId, StringComparison.OrdinalIgnoreCase));

    /// <summary>The entry that gives a licence, or null.</summary>
    public AccessEntry? ForSku(string skuId) => Entries.FirstOrDefault(entry => string.Equals(entry.SkuId, skuId, StringComparison.OrdinalIgnoreCase));

    /// <summary>A name as it is compared.</summary>
    public static string Normalise(string name) =>
        string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
