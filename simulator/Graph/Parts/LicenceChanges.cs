using System.Text.Json.Nodes;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Giving and taking licences (contracts: graph-operations 18).</summary>
internal sealed class LicenceChanges(GraphObjects objects, UserFinder users, Licences licences, Faults faults, GraphWrites writes, TimeProvider time) : IGraphPart
{
    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations =>
        new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal) { ["POST /users/{user-id}/assignLicense"] = Assign };

    private static SimulatedSku? Sku(string? id) => KnownSkus.All.FirstOrDefault(sku => string.Equals(sku.Id, id, StringComparison.OrdinalIgnoreCase));

    private static List<string> DisabledPlans(JsonNode licence) => [.. (licence["disabledPlans"] as JsonArray ?? []).Select(plan => (string)plan!)];

    private GraphAnswer Assign(GraphRequest request)
    {
        if (request.Body!["addLicenses"] is not JsonArray add || request.Body["removeLicenses"] is not JsonArray remove)
            return GraphAnswer.BadRequest("One or more parameters of the operation 'assignLicense' are missing from the request payload. The missing parameters are: addLicenses, removeLicenses.");
        if (users.Find(request) is not { } user)
            return GraphAnswer.Missing(request.UserId);
        var removed = remove.Select(id => (string)id!).ToList();
        if (removed.Find(id => !Licences.Has(user, id)) is not null)
            return GraphAnswer.BadRequest("User does not have a corresponding license.");
        if (Orphan(user, add, removed) is { } orphan)
            return GraphAnswer.BadRequest($"License assignment failed because service plan {orphan} depends on the service plan(s) {KnownSkus.NeedOf(orphan)}.");
        if (add.Select(licence => Refusal(user, licence!, removed)).FirstOrDefault(fault => fault is not null) is { } refusal)
            return GraphAnswer.BadRequest(refusal);

        var id = (string)user["id"]!;
        foreach (var skuId in removed)
            Remove(user, skuId);
        foreach (var licence in add)
        {
            var skuId = Sku((string?)licence!["skuId"])!.Id;
            Remove(user, skuId);
            user["assignedLicenses"]!.AsArray().Add((JsonNode)UserSeed.LicenceOf(skuId, DisabledPlans(licence)));
            if (faults.Strike("graph", "POST", request.Path, static kind => kind == FaultKind.LicenceNotProvisioned).Count > 0)
                user[Licences.NotProvisioned] = skuId;
            user["licenseAssignmentStates"]!.AsArray().Add((JsonNode)UserSeed.StateOf(skuId, DisabledPlans(licence), time.GetUtcNow()));
        }

        objects.Put(ObjectKind.User, id, user);
        writes.Note(request, id);
        return Collections.One(request, user);
    }

    // A plan of what the user would have whose base plan they would not have.
    private static string? Orphan(JsonObject user, JsonArray add, List<string> removed)
    {
        var plans = user["assignedLicenses"]!.AsArray().Where(held => !removed.Contains((string)held!["skuId"]!, StringComparer.OrdinalIgnoreCase)).Concat(add)
            .Where(licence => Sku((string?)licence!["skuId"]) is not null)
            .SelectMany(licence => Plans(Sku((string?)licence!["skuId"])!, DisabledPlans(licence!))).Select(static plan => plan.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return plans.FirstOrDefault(plan => KnownSkus.NeedOf(plan) is { } need && !plans.Contains(need));
    }

    private string? Refusal(JsonObject user, JsonNode licence, List<string> removed)
    {
        if (Sku((string?)licence["skuId"]) is not { } sku)
            return $"License {licence["skuId"]} does not correspond to a valid company License.";
        if (string.IsNullOrEmpty((string?)user["usageLocation"]))
            return "License assignment cannot be done for user with invalid usage location.";
        if (!Licences.Has(user, sku.Id) && licences.Taken(sku.Id) >= sku.Seats)
            return $"Subscription with SKU {sku.Id} does not have any available licenses.";
        var held = user["assignedLicenses"]!.AsArray()
            .Where(other => !string.Equals((string?)other!["skuId"], sku.Id, StringComparison.OrdinalIgnoreCase) && !removed.Contains((string)other["skuId"]!, StringComparer.OrdinalIgnoreCase))
            .SelectMany(other => Plans(Sku((string?)other!["skuId"])!, DisabledPlans(other)))
            .ToList();
        // Visio's two licences bring the same plan, and other plans exclude each other by name.
        var isTwice = sku.Id is KnownSkus.Visio or KnownSkus.VisioSmall && Plans(sku, DisabledPlans(licence)).Any(plan => held.Contains(plan));
        return isTwice || Plans(sku, DisabledPlans(licence)).Any(plan => held.Exists(other => KnownSkus.Exclude(plan.Value, other.Value)))
            ? "License assignment failed because service plans conflict: they are mutually exclusive with those of a license the user has."
            : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Plans(SimulatedSku sku, List<string> disabled) =>
        sku.Plans.Where(plan => !disabled.Contains(plan.Key, StringComparer.OrdinalIgnoreCase));

    private static void Remove(JsonObject user, string skuId)
    {
        foreach (var list in new[] { user["assignedLicenses"]!.AsArray(), user["licenseAssignmentStates"]!.AsArray() })
        {
            foreach (var entry in list.Where(entry => string.Equals((string?)entry!["skuId"], skuId, StringComparison.OrdinalIgnoreCase)).ToList())
                list.Remove(entry);
        }
    }
}
