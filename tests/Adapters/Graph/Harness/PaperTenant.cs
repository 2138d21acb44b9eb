using System.Text.Json.Nodes;

namespace HelpDesk.Adapters.Tests.Graph.Harness;

/// <summary>
/// A tenant of one person, one group, one licence and one device, with just the wire behaviour that remediations rest on
/// (contracts: graph-operations). Counts effects, and breaks off, throttles or forgets on demand.
/// </summary>
public sealed class PaperTenant
{
    public const string Anna = "10000000-0000-4000-8000-000000000001";
    public const string Team = "20000000-0000-4000-8000-000000000001";
    public const string Outer = "20000000-0000-4000-8000-000000000002";
    public const string Sku = "38b434d2-a15e-4cde-9a98-e737c75623e1";
    public const string Plan = "30000000-0000-4000-8000-000000000001";
    public const string Laptop = "40000000-0000-4000-8000-000000000001";
    public const string Mobile = "3179e48a-750b-4051-897c-87b9720928f7";
    public const string AlternateMobile = "b6332ec1-7057-4abe-9331-3d72feddfe41";
    public const string Secret = "Xk7!pass-nobody-may-log";

    private readonly Lock _gate = new();
    private bool _effectShows = true;

    public JsonObject User { get; } = new()
    {
        ["id"] = Anna, ["accountEnabled"] = true, ["userType"] = "Member", ["usageLocation"] = "DE",
        ["signInSessionsValidFromDateTime"] = "2024-01-01T00:00:00Z", ["assignedLicenses"] = new JsonArray(), ["licenseAssignmentStates"] = new JsonArray(),
    };

    public JsonObject Group { get; } = new() { ["id"] = Team, ["displayName"] = "Sales", ["groupTypes"] = new JsonArray(), ["mailEnabled"] = false, ["securityEnabled"] = true };

    public JsonObject Device { get; } = new()
    {
        ["id"] = Laptop, ["deviceName"] = "LT-1", ["userId"] = Anna, ["operatingSystem"] = "iOS", ["isSupervised"] = true, ["serialNumber"] = "S1",
        ["managedDeviceOwnerType"] = "company", ["complianceState"] = "compliant", ["lastSyncDateTime"] = "2024-01-01T00:00:00Z", ["deviceActionResults"] = new JsonArray(),
    };

    public JsonObject Stock { get; } = new() { ["id"] = "x", ["skuId"] = Sku, ["consumedUnits"] = 1, ["prepaidUnits"] = new JsonObject { ["enabled"] = 2 } };

    public List<(string Type, string Id)> Methods { get; } =
    [
        ("passwordAuthenticationMethod", "28c10230-6103-485e-b985-444c60001490"),
        ("microsoftAuthenticatorAuthenticationMethod", "auth-1"),
        ("phoneAuthenticationMethod", Mobile),
        ("phoneAuthenticationMethod", AlternateMobile),
        ("fido2AuthenticationMethod", "fido-1"),
    ];

    public HashSet<string> DirectGroups { get; } = [Outer];

    public HashSet<string> NestedGroups { get; } = [];

    public List<JsonObject> Passes { get; } = [];

    public string? DefaultMethod { get; set; }

    public bool IsGone { get; set; }

    public List<string> Effects { get; } = [];

    /// <summary>Answers the next writes instead of doing them.</summary>
    public Queue<ScriptedAnswer> InsteadOfWriting { get; } = new();

    /// <summary>How many of the next writes are done and then broken off.</summary>
    public int BreakOffAfterWriting { get; set; }

    public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

    /// <summary>Reads go on showing the state from before: a directory that lags for ever.</summary>
    public void NeverShow() => _effectShows = false;

    public ScriptedAnswer Answer(ScriptedRequest request)
    {
        lock (_gate)
        {
            if (request.Method == "GET")
                return Read(request.Path);
            if (InsteadOfWriting.TryDequeue(out var instead))
                return instead;
            var effects = Effects.Count;
            var answer = Write(request);
            if (answer.Status >= 300 || BreakOffAfterWriting == 0)
                return answer;
            Effects.Count.ShouldBe(effects + 1);
            BreakOffAfterWriting--;
            return ScriptedAnswer.BreakOff;
        }
    }

    public void Report(string state)
    {
        foreach (var result in Device["deviceActionResults"]!.AsArray())
            result!["actionState"] = state;
    }

    private ScriptedAnswer Read(string path) => path switch
    {
        $"/users/{Anna}" => IsGone ? Missing : Of(User),
        $"/users/{Anna}/memberOf" => Groups(DirectGroups),
        $"/users/{Anna}/transitiveMemberOf" => Groups(DirectGroups.Union(NestedGroups)),
        $"/users/{Anna}/authentication/methods" => IsGone ? Missing : ScriptedAnswer.Page([.. Methods.Select(method => new Dictionary<string, string> { ["@odata.type"] = $"#microsoft.graph.{method.Type}", ["id"] = method.Id })]),
        $"/users/{Anna}/authentication/temporaryAccessPassMethods" => ScriptedAnswer.Page([.. Passes]),
        $"/users/{Anna}/licenseDetails" => IsGone ? Missing : ScriptedAnswer.Page([.. User["assignedLicenses"]!.AsArray().Select(licence => new { id = "l", skuId = licence!["skuId"]!.GetValue<string>() })]),
        "/subscribedSkus" => ScriptedAnswer.Page(Stock),
        $"/groups/{Team}" => Of(Group),
        $"/deviceManagement/managedDevices/{Laptop}" => IsGone ? Missing : Of(Device),
        _ => Missing,
    };

    private ScriptedAnswer Write(ScriptedRequest request)
    {
        var body = request.Body.Length == 0 ? null : JsonNode.Parse(request.Body);
        switch (request.Method, request.Path)
        {
            case ("PATCH", $"/users/{Anna}"):
                return Done("patch-user", () => User["accountEnabled"] = body!["accountEnabled"]!.GetValue<bool>());
            case ("POST", $"/users/{Anna}/revokeSignInSessions"):
                return Done("revoke", () => User["signInSessionsValidFromDateTime"] = Now.ToString("O"), new { value = true });
            case ("POST", $"/users/{Anna}/assignLicense"):
                return Done("assign-licence", () => Assign(body!), new { id = Anna });
            case ("POST", $"/groups/{Team}/members/$ref"):
                body!["@odata.id"]!.GetValue<string>().ShouldEndWith($"/v1.0/directoryObjects/{Anna}");
                return DirectGroups.Contains(Team)
                    ? ScriptedAnswer.Error(400, "Request_BadRequest", "One or more added object references already exist for the following modified properties: 'members'.")
                    : Done("add-member", () => DirectGroups.Add(Team));
            case ("DELETE", $"/groups/{Team}/members/{Anna}/$ref"):
                return DirectGroups.Contains(Team) ? Done("remove-member", () => DirectGroups.Remove(Team)) : Missing;
            case ("POST", $"/users/{Anna}/authentication/temporaryAccessPassMethods"):
                return MakePass(body!);
            case ("DELETE", _) when request.Path.Contains("/temporaryAccessPassMethods/", StringComparison.Ordinal):
                return Passes.Exists(pass => Id(pass) == Last(request.Path)) ? Done("delete-pass", () => Passes.RemoveAll(pass => Id(pass) == Last(request.Path))) : Missing;
            case ("DELETE", _) when request.Path.Contains("/authentication/", StringComparison.Ordinal):
                return DeleteMethod(Last(request.Path));
            case ("POST", _) when request.Path.StartsWith($"/deviceManagement/managedDevices/{Laptop}/", StringComparison.Ordinal):
                return Done(Last(request.Path), () => Device["deviceActionResults"]!.AsArray().Add(new JsonObject
                {
                    ["actionName"] = Last(request.Path) == "windowsDefenderScan" ? (body!["quickScan"]!.GetValue<bool>() ? "quickScan" : "fullScan") : Last(request.Path), ["actionState"] = "pending", ["startDateTime"] = Now.ToString("O"), ["lastUpdatedDateTime"] = Now.ToString("O"),
                }));
            default:
                return ScriptedAnswer.Error(404, "UnknownPath", request.Path);
        }
    }

    private ScriptedAnswer MakePass(JsonNode wish)
    {
        wish["isUsableOnce"]!.GetValue<bool>().ShouldBeTrue();
        var pass = new JsonObject
        {
            ["id"] = $"pass-{Passes.Count + Effects.Count}", ["isUsable"] = true, ["isUsableOnce"] = true, ["lifetimeInMinutes"] = wish["lifetimeInMinutes"]!.GetValue<int>(),
            ["createdDateTime"] = Now.ToString("O"), ["startDateTime"] = Now.ToString("O"),
        };
        Done("make-pass", () =>
        {
            Passes.Clear();
            Passes.Add(pass);
        });
        var shown = (JsonObject)pass.DeepClone();
        shown["temporaryAccessPass"] = Secret;
        return new ScriptedAnswer(201, shown.ToJsonString());
    }

    private ScriptedAnswer DeleteMethod(string id)
    {
        if (!Methods.Exists(method => method.Id == id))
            return Missing;
        return id == DefaultMethod || (id == Mobile && Methods.Exists(method => method.Id == AlternateMobile))
            ? ScriptedAnswer.Error(400, "Request_BadRequest", "The method cannot be deleted.")
            : Done($"delete {id}", () => Methods.RemoveAll(method => method.Id == id));
    }

    private void Assign(JsonNode body)
    {
        var licences = User["assignedLicenses"]!.AsArray();
        foreach (var removed in body["removeLicenses"]!.AsArray())
            licences.RemoveAll(licence => licence!["skuId"]!.GetValue<string>() == removed!.GetValue<string>());
        foreach (var added in body["addLicenses"]!.AsArray())
            licences.Add(added!.DeepClone());
    }

    private ScriptedAnswer Done(string effect, Action change, object? body = null)
    {
        Effects.Add(effect);
        if (_effectShows)
            change();
        return body is null ? new ScriptedAnswer(204, "") : ScriptedAnswer.Json(body);
    }

    private static ScriptedAnswer Missing => ScriptedAnswer.Error(404, "Request_ResourceNotFound");

    private static ScriptedAnswer Of(JsonObject value) => new(200, value.ToJsonString());

    private static ScriptedAnswer Groups(IEnumerable<string> ids) =>
        ScriptedAnswer.Page([.. ids.Select(id => new Dictionary<string, string> { ["@odata.type"] = "#microsoft.graph.group", ["id"] = id, ["displayName"] = "G" })]);

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string Id(JsonObject pass) => pass["id"]!.GetValue<string>();
}
