using System.Globalization;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Subscriptions to new mail: made, listed without their client state, and renewed; the handshake and Graph's longest time are not simulated.</summary>
internal sealed class Subscriptions(GraphObjects objects, GraphWrites writes, TimeProvider time) : IGraphPart
{
    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        ["GET /subscriptions"] = List,
        ["POST /subscriptions"] = Make,
        ["PATCH /subscriptions/{subscription-id}"] = Renew,
    };

    private GraphAnswer List(GraphRequest request) => new(200, new JsonObject
    {
        ["value"] = new JsonArray([.. objects.All(ObjectKind.Subscription).Select(static one => one.Value).Where(IsAlive).Select(static one => (JsonNode)Shown(one))]),
    });

    private GraphAnswer Make(GraphRequest request)
    {
        var body = request.Body!;
        if (Refusal(body) is { } refusal)
            return refusal;
        if ((string?)body["resource"] is not { } resource || !resource.Contains(Mailbox.Address, StringComparison.OrdinalIgnoreCase))
            return GraphAnswer.Error(403, "ErrorAccessDenied", "Access to OData is disabled.");
        var id = Guid.NewGuid().ToString();
        var made = body.DeepClone().AsObject();
        made["id"] = id;
        objects.Put(ObjectKind.Subscription, id, made);
        writes.Note(request, id);
        return new GraphAnswer(201, Shown(made));
    }

    private GraphAnswer Renew(GraphRequest request)
    {
        var id = request.Values["subscription-id"];
        if (objects.Get(ObjectKind.Subscription, id) is not { } known || !IsAlive(known))
            return GraphAnswer.Error(404, "ExtensionError", "The object was not found.");
        if (Refusal(request.Body!) is { } refusal)
            return refusal;
        var renewed = known.DeepClone().AsObject();
        renewed["expirationDateTime"] = (string?)request.Body!["expirationDateTime"];
        objects.Put(ObjectKind.Subscription, id, renewed);
        writes.Note(request, id);
        return new GraphAnswer(200, Shown(renewed));
    }

    private GraphAnswer? Refusal(JsonObject body) =>
        !DateTimeOffset.TryParse((string?)body["expirationDateTime"], CultureInfo.InvariantCulture, out var ends) || ends <= time.GetUtcNow()
            ? GraphAnswer.Error(400, "ExtensionError", "Subscription expiration must be in the future.")
            : null;

    private bool IsAlive(JsonObject subscription) => DateTimeOffset.Parse((string)subscription["expirationDateTime"]!, CultureInfo.InvariantCulture) > time.GetUtcNow();

    private static JsonObject Shown(JsonObject subscription)
    {
        var shown = subscription.DeepClone().AsObject();
        shown["clientState"] = null;
        return shown;
    }
}
