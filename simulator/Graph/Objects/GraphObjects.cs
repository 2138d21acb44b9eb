using System.Text.Json.Nodes;
using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.Graph.Objects;

/// <summary>The objects of the directory: as the tenant has them at the start, unless the store has a change.</summary>
internal sealed class GraphObjects(SimulatorStore store, GraphSeeds seeds, TimeProvider time)
{
    // More than a test of stale reads ever asks for.
    private const int VersionsKept = 8;

    /// <summary>The object, or null. The caller may change what it is given.</summary>
    /// <param name="kind">Kind.</param>
    /// <param name="id">Id.</param>
    /// <param name="lag">How far the answer is behind. Default not at all.</param>
    public JsonObject? Get(string kind, string id, TimeSpan lag = default)
    {
        id = id.ToLowerInvariant();
        if (store.Get<StoredObject>(kind, id) is not { } stored)
            return seeds.Get(kind, id);
        var asOf = time.GetUtcNow() - lag;
        if (stored.Versions.LastOrDefault(version => version.At <= asOf) is not { } found)
            return stored.Versions.Count < VersionsKept ? seeds.Get(kind, id) : Parse(stored.Versions[0]);
        return Parse(found);
    }

    /// <summary>All objects of a kind, the changed and added ones too.</summary>
    public IEnumerable<(string Id, JsonObject Value)> All(string kind, TimeSpan lag = default)
    {
        foreach (var id in seeds.Ids(kind).Concat(Added(kind)))
        {
            if (Get(kind, id, lag) is { } value)
                yield return (id, value);
        }
    }

    /// <summary>Writes an object; null takes it away.</summary>
    public void Put(string kind, string id, JsonObject? value)
    {
        id = id.ToLowerInvariant();
        var before = store.Get<StoredObject>(kind, id)?.Versions ?? [];
        store.Put(kind, id, new StoredObject([.. before.TakeLast(VersionsKept - 1), new StoredVersion(time.GetUtcNow(), value?.ToJsonString())]));
    }

    private static JsonObject? Parse(StoredVersion version) => version.Json is { } json ? JsonNode.Parse(json)!.AsObject() : null;

    private IEnumerable<string> Added(string kind)
    {
        var known = seeds.Ids(kind).ToHashSet(StringComparer.Ordinal);
        return store.Ids<StoredObject>(kind).Where(id => !known.Contains(id)).Order(StringComparer.Ordinal);
    }
}
