using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Licences: what there is and who has it.</summary>
internal sealed class Licences(GraphObjects objects, UserFinder users) : IGraphPart
{
    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        ["GET /subscribedSkus"] = request => Collections.Page(request, KnownSkus.All.Select(sku => Shown(sku, request.Lag))),
        ["GET /users/{user-id}/licenseDetails"] = Details,
    };

    /// <summary>How many seats of a licence are taken.</summary>
    public int Taken(string skuId, TimeSpan lag = default) => objects.All(ObjectKind.User, lag).Count(user => Has(user.Value, skuId));

    /// <summary>True when the user has the licence.</summary>
    public static bool Has(JsonObject user, string skuId) =>
        user["assignedLicenses"]!.AsArray().Any(licence => string.Equals((string?)licence!["skuId"], skuId, StringComparison.OrdinalIgnoreCase));

    /// <summary>Ours, in a user: the licence of which the first service cannot be provisioned.</summary>
    public const string NotProvisioned = "_notProvisioned";

    private static JsonArray Plans(SimulatedSku sku, IReadOnlyCollection<string> disabled, bool isBroken = false) => new([.. sku.Plans.Select((plan, index) => new JsonObject
    {
        ["servicePlanId"] = plan.Key,
        ["servicePlanName"] = plan.Value,
        ["provisioningStatus"] = disabled.Contains(plan.Key, StringComparer.OrdinalIgnoreCase) ? "Disabled" : isBroken && index == 0 ? "Error" : "Success",
        ["appliesTo"] = "User",
    })]);

    private JsonObject Shown(SimulatedSku sku, TimeSpan lag) => new()
    {
        ["id"] = $"{SimulatedTenant.Id}_{sku.Id}",
        ["accountId"] = SimulatedTenant.Id,
        ["accountName"] = "contoso",
        ["skuId"] = sku.Id,
        ["skuPartNumber"] = sku.PartNumber,
        ["appliesTo"] = "User",
        ["capabilityStatus"] = "Enabled",
        ["consumedUnits"] = Taken(sku.Id, lag),
        ["prepaidUnits"] = new JsonObject { ["enabled"] = sku.Seats, ["suspended"] = 0, ["warning"] = 0, ["lockedOut"] = 0 },
        ["servicePlans"] = Plans(sku, []),
        ["subscriptionIds"] = new JsonArray(JsonValue.Create(StableId.Of($"subscription/{sku.Id}"))),
    };

    private GraphAnswer Details(GraphRequest request)
    {
        if (users.Find(request) is not { } user)
            return GraphAnswer.Missing(request.UserId);
        var details = user["assignedLicenses"]!.AsArray().Select(licence =>
        {
            var sku = KnownSkus.All.First(known => known.Id == (string?)licence!["skuId"]);
            return new JsonObject
            {
                ["id"] = StableId.Of($"licence/{(string)user["id"]!}/{sku.Id}"),
                ["skuId"] = sku.Id,
                ["skuPartNumber"] = sku.PartNumber,
                ["servicePlans"] = Plans(sku, [.. licence!["disabledPlans"]!.AsArray().Select(plan => (string)plan!)], (string?)user[NotProvisioned] == sku.Id),
            };
        });
        return Collections.Page(request, details);
    }
}
