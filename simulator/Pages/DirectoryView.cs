using System.Text.Json.Nodes;
using HelpDesk.Simulator.Effects;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Graph.Parts;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Pages;

/// <summary>The directory as it is now, for the pages and for tests: never behind, by no vendor's contract.</summary>
internal sealed class DirectoryView(GraphObjects objects, Devices devices, SimulatedRoles roles, Passes passes, SimulatedTenant tenant, EffectLog effects)
{
    /// <summary>All users, the known people first.</summary>
    public IEnumerable<JsonObject> Users => tenant.People.Select(person => objects.Get(ObjectKind.User, person.Id)).OfType<JsonObject>();

    /// <summary>All devices that are still managed.</summary>
    public IEnumerable<JsonObject> Devices => devices.All();

    /// <summary>All groups.</summary>
    public IEnumerable<JsonObject> Groups => objects.All(ObjectKind.Group).Select(group => group.Value);

    /// <summary>Mail that was sent, newest first.</summary>
    public IEnumerable<JsonObject> Mail => objects.All(ObjectKind.Mail).Select(mail => mail.Value).OrderByDescending(mail => (string?)mail["at"], StringComparer.Ordinal);

    /// <summary>A user by object id or principal name; null when there is none.</summary>
    public JsonObject? User(string id) => objects.Get(ObjectKind.User, tenant.FindByMail(id)?.Id ?? id);

    /// <summary>A device; null when there is none, or none any more.</summary>
    public JsonObject? Device(string id) => devices.Find(id);

    /// <summary>A group; null when there is none.</summary>
    public JsonObject? Group(string id) => objects.Get(ObjectKind.Group, id);

    /// <summary>Ids of a group's direct members.</summary>
    public IReadOnlyList<string> Members(string groupId) => [.. (objects.Get(ObjectKind.Members, groupId)?["ids"]?.AsArray() ?? []).Select(id => (string)id!)];

    /// <summary>Ids of the groups that somebody is in directly.</summary>
    public IReadOnlyList<string> GroupsOf(string id) => [.. Memberships()[id]];

    /// <summary>For everybody in a group, the ids of the groups they are in directly.</summary>
    public ILookup<string, string> Memberships() => objects.All(ObjectKind.Members)
        .SelectMany(group => group.Value["ids"]!.AsArray().Select(member => (Group: group.Id, Member: (string)member!)))
        .ToLookup(entry => entry.Member, entry => entry.Group, StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of the directory roles of a person, through groups too.</summary>
    public IReadOnlyList<string> RolesOf(string id) => [.. roles.Of(id).Select(role => role.RoleName).Distinct(StringComparer.Ordinal)];

    /// <summary>Part numbers of a user's licences.</summary>
    public static IReadOnlyList<string> LicencesOf(JsonObject user) =>
        [.. user["assignedLicenses"]!.AsArray().Select(licence => (string?)licence!["skuId"]).Select(id => KnownSkus.All.FirstOrDefault(sku => sku.Id == id)?.PartNumber ?? id ?? "")];

    /// <summary>A user's sign-in methods, without a pass.</summary>
    public IReadOnlyList<JsonObject> MethodsOf(string id) => [.. (objects.Get(ObjectKind.Methods, id)?["value"]?.AsArray() ?? []).Select(method => Shown(method!.AsObject()))];

    /// <summary>A user's temporary access pass without its secret; null when there is none.</summary>
    public JsonObject? PassOf(string id) => passes.Of(id, TimeSpan.Zero) is { } pass ? Shown(pass) : null;

    /// <summary>What identity protection thinks of a user; null when nothing.</summary>
    public JsonObject? RiskOf(string id) => objects.Get(ObjectKind.RiskyUser, id);

    /// <summary>Devices of a user.</summary>
    public IReadOnlyList<JsonObject> DevicesOf(string id) => [.. Devices.Where(device => (string?)device["userId"] == id)];

    /// <summary>Object id of a user's manager; null when there is none.</summary>
    public string? ManagerOf(string id) => tenant.Find(id)?.ManagerId;

    /// <summary>What happened to an object, newest first.</summary>
    public IReadOnlyList<Effect> EffectsOn(string id) => effects.Of(id);

    /// <summary>An object without the properties that are ours (their names begin with an underscore).</summary>
    public static JsonObject Shown(JsonObject item)
    {
        var shown = new JsonObject();
        foreach (var (name, value) in item.Where(property => !property.Key.StartsWith('_')))
        {
            shown[name] = value switch
            {
                JsonObject inner => Shown(inner),
                JsonArray list => new JsonArray([.. list.Select(entry => entry is JsonObject inner ? Shown(inner) : entry?.DeepClone())]),
                _ => value?.DeepClone(),
            };
        }

        return shown;
    }
}
