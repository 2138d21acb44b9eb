using System.Text;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Calls;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>
/// Intune's Multi-Admin Approval: which actions are protected, and the requests for a second administrator. As the product page and labs
/// describe it: no justification 400, with one 412 and a code, a second request for the same 409, the same call with the code of an approved one goes on.
/// </summary>
internal sealed class DeviceApprovals(GraphObjects objects, TimeProvider time)
{
    public const string Justification = "x-msft-approval-justification";
    public const string Code = "x-msft-approval-code";

    private const string Policy = "policy";
    private const int LongestJustification = 1024;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    /// <summary>Actions that need a second administrator.</summary>
    public IReadOnlyList<string> Protected => [.. (objects.Get(ObjectKind.DeviceProtection, Policy)?["actions"]?.AsArray() ?? []).Select(action => (string)action!)];

    /// <summary>All requests as Graph shows them, the newest first.</summary>
    public IEnumerable<JsonObject> All => objects.All(ObjectKind.DeviceApproval).Select(request => AsOfNow(request.Value)).OrderByDescending(request => (string?)request["requestDateTime"], StringComparer.Ordinal);

    /// <summary>Protects exactly these actions.</summary>
    /// <returns>False when one of them is no action.</returns>
    public bool Protect(IReadOnlyList<string> actions)
    {
        if (actions.Any(action => !DeviceActions.Names.Contains(action, StringComparer.Ordinal)))
            return false;
        objects.Put(ObjectKind.DeviceProtection, Policy, new JsonObject { ["actions"] = GraphSeeds.Texts(actions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) });
        return true;
    }

    /// <summary>A request; null when there is none.</summary>
    public JsonObject? Find(string id) => objects.Get(ObjectKind.DeviceApproval, id) is { } request ? AsOfNow(request) : null;

    /// <summary>A second administrator decides.</summary>
    /// <returns>False when there is no such request or it is decided already.</returns>
    public bool Decide(string id, bool isApproved)
    {
        if (Find(id) is not { } request || (string?)request["status"] != "needsApproval")
            return false;
        request["approvalJustification"] = isApproved ? "Seen." : "Not this one.";
        Put(request, isApproved ? "approved" : "rejected");
        return true;
    }

    /// <summary>What is in the way of an action; null when nothing is.</summary>
    public GraphAnswer? Objection(GraphRequest request, string action)
    {
        if (!Protected.Contains(action, StringComparer.Ordinal))
            return null;
        var what = $"{request.Path}\n{request.Body?.ToJsonString()}";
        if (request.Headers.GetValueOrDefault(Code) is { Length: > 0 } code)
            return Resumed(code, what);
        if (request.Headers.GetValueOrDefault(Justification) is not { Length: > 0 } encoded)
            return GraphAnswer.Error(400, "BadRequest", $"Header '{Justification}' is required to request approval");
        if (Decoded(encoded) is not { } text)
            return GraphAnswer.Error(400, "BadRequest", $"The content of the '{Justification}' header must be Base64 encoded");
        if (text.Length > LongestJustification)
            return GraphAnswer.Error(400, "BadRequest", $"Decoded content of '{Justification}' header must be no greater than {LongestJustification} characters");
        if (All.Any(known => (string?)known["_what"] == what && (string?)known["status"] is "needsApproval" or "approved"))
            return GraphAnswer.Error(409, "Conflict", "An active Approval Request already exists for this operation.");
        return Open(what, text, action, request.Values["managedDevice-id"]);
    }

    private GraphAnswer? Resumed(string code, string what)
    {
        if (Find(code) is not { } known || (string?)known["_what"] != what)
            return GraphAnswer.Error(400, "BadRequest", "The approval code does not belong to this operation.");
        switch ((string?)known["status"])
        {
            case "approved":
                Put(known, "completed");
                return null;
            case "needsApproval":
                return Asks(code);
            default:
                return GraphAnswer.Error(400, "BadRequest", $"The approval request is {known["status"]}.");
        }
    }

    private GraphAnswer Open(string what, string justification, string action, string deviceId)
    {
        var now = time.GetUtcNow();
        var id = Guid.NewGuid().ToString();
        Put(
            new JsonObject
            {
                ["id"] = id,
                ["requestDateTime"] = Moments.Text(now),
                ["expirationDateTime"] = Moments.Text(now + Lifetime),
                ["requestJustification"] = justification,
                ["approvalJustification"] = null,
                ["_what"] = what,
                ["_action"] = action,
                ["_device"] = deviceId,
            },
            "needsApproval");
        return Asks(id);
    }

    private static GraphAnswer Asks(string code) =>
        GraphAnswer.Error(412, "BadRequest", $"Approval Required. Request Approval using the request ID returned as part of the {Code} response header. {Code}: {code}") with
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { [Code] = code },
        };

    private void Put(JsonObject request, string status)
    {
        request["status"] = status;
        request["lastModifiedDateTime"] = Moments.Text(time.GetUtcNow());
        objects.Put(ObjectKind.DeviceApproval, (string)request["id"]!, request);
    }

    private JsonObject AsOfNow(JsonObject request)
    {
        if ((string?)request["status"] is "needsApproval" or "approved" && Moments.Parse((string)request["expirationDateTime"]!) <= time.GetUtcNow())
            request["status"] = "expired";
        return request;
    }

    private static string? Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
