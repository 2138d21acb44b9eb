using HelpDesk.Orchestrations.Foundation;

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
    public AccessEntry? ForGroup(GroupId groupId) => Entries.FirstOrDefault(entry => string.Equals(entry.GroupId, groupId, StringComparison.OrdinalIgnoreCase));

    /// <summary>The entry that gives a licence, or null.</summary>
    public AccessEntry? ForSku(string skuId) => Entries.FirstOrDefault(entry => string.Equals(entry.SkuId, skuId, StringComparison.OrdinalIgnoreCase));

    /// <summary>The entries of a kind that a text names by one of their names, as whole words, with where it does; a name within a longer name does not count.</summary>
    public IReadOnlyList<(AccessEntry Entry, int At, int Length)> NamedIn(string text, AccessKind kind)
    {
        var words = Normalise(text);
        var found = new List<(AccessEntry Entry, int At, int Length)>();
        foreach (var entry in Entries.Where(entry => entry.Kind == kind))
        {
            foreach (var alias in entry.Aliases.Select(Normalise).Where(static alias => alias.Length > 1))
            {
                for (var at = words.IndexOf(alias, StringComparison.Ordinal); at >= 0; at = words.IndexOf(alias, at + 1, StringComparison.Ordinal))
                {
                    if ((at == 0 || !char.IsLetterOrDigit(words[at - 1])) && (at + alias.Length == words.Length || !char.IsLetterOrDigit(words[at + alias.Length])))
                        found.Add((entry, at, alias.Length));
                }
            }
        }

        return [.. found.Where(one => !found.Exists(other => other.Length > one.Length && other.At <= one.At && other.At + other.Length >= one.At + one.Length)).OrderBy(one => one.At)];
    }

    /// <summary>A name as it is compared.</summary>
    public static string Normalise(string name) =>
        string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
