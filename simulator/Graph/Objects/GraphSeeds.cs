using System.Text.Json.Nodes;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Objects;

/// <summary>The tenant at the start, as Graph shows it. Times are relative to the start of the process, so that nothing looks abandoned.</summary>
internal sealed class GraphSeeds
{
    private readonly Dictionary<string, Dictionary<string, JsonObject>> _kinds = new(StringComparer.Ordinal);

    public GraphSeeds(SimulatedTenant tenant, TimeProvider time)
    {
        var now = time.GetUtcNow();
        for (var index = 0; index < tenant.People.Count; index++)
        {
            var person = tenant.People[index];
            Add(ObjectKind.User, person.Id, UserSeed.Make(person, index, now));
            Add(ObjectKind.Methods, person.Id, MethodSeed.Make(person, index, tenant.DevicesOf(person.Id), now));
        }

        foreach (var group in tenant.Groups)
        {
            Add(ObjectKind.Group, group.Id, GroupSeed.Make(group, now));
            Add(ObjectKind.Members, group.Id, new JsonObject { ["ids"] = Texts(group.Members) });
        }

        foreach (var device in tenant.Devices)
            Add(ObjectKind.Device, device.Id, DeviceSeed.Make(device, device.OwnerId is { } owner ? tenant.Find(owner) : null, now));
        Add(ObjectKind.RiskyUser, KnownPeople.AtRisk.Id, RiskSeed.Make(KnownPeople.AtRisk, "medium", now));
        Add(ObjectKind.RiskyUser, KnownPeople.Synced.Id, RiskSeed.Make(KnownPeople.Synced, "low", now));
    }

    /// <summary>A copy of the object, or null.</summary>
    public JsonObject? Get(string kind, string id) =>
        _kinds.GetValueOrDefault(kind)?.GetValueOrDefault(id)?.DeepClone().AsObject();

    /// <summary>Ids of all objects of a kind.</summary>
    public IReadOnlyCollection<string> Ids(string kind) => _kinds.GetValueOrDefault(kind)?.Keys ?? (IReadOnlyCollection<string>)[];

    /// <summary>A JSON list of texts.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private void Add(string kind, string id, JsonObject value)
    {
        if (!_kinds.TryGetValue(kind, out var objects))
            _kinds[kind] = objects = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        objects[id] = value;
    }
}
