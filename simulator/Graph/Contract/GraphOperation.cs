using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.Graph.Contract;

/// <summary>One operation of the contract.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path with its placeholders.</param>
/// <param name="Definition">The operation as the contract has it.</param>
public sealed record GraphOperation(string Method, string Path, JsonObject Definition)
{
    /// <summary>True when only the beta version has it.</summary>
    public bool IsBeta { get; init; }

    /// <summary>Method and path: the name of the operation.</summary>
    public string Name => $"{Method} {Path}";

    /// <summary>False when no application may call it.</summary>
    public bool IsAppOnly => (bool?)Definition["x-app-only"] ?? true;

    /// <summary>Throttle class: IDN, AUTH, RPT, IDP, INT, OUT, BATCH.</summary>
    public string ThrottleClass => (string?)Definition["x-throttle"]?["class"] ?? "";

    /// <summary>Resource units of one call; null when the class does not count in them.</summary>
    public int? ResourceUnits => int.TryParse(((string?)Definition["x-throttle"]?["cost"])?.Split('/')[0], out var units) ? units : null;

    /// <summary>1 when it counts for the quota of writes, else 0; as the contract says.</summary>
    public int Writes => ((string?)Definition["x-throttle"]?["cost"])?.Split('/') is [_, "1"] ? 1 : 0;

    /// <summary>Names of the query options it knows.</summary>
    public IEnumerable<string> QueryOptions => Parameters("query").Select(parameter => (string)parameter["name"]!);

    /// <summary>Names of the headers it must have.</summary>
    public IEnumerable<string> RequiredHeaders => Parameters("header").Where(parameter => (bool?)parameter["required"] == true).Select(parameter => (string)parameter["name"]!);

    /// <summary>Schema of its body; null when it has none.</summary>
    public JsonObject? BodySchema => Definition["requestBody"]?["content"]?["application/json"]?["schema"] as JsonObject;

    /// <summary>True when it must have a body.</summary>
    public bool NeedsBody => (bool?)Definition["requestBody"]?["required"] == true;

    /// <summary>Status of its success.</summary>
    public int SuccessStatus => Definition["responses"]!.AsObject().Select(response => int.TryParse(response.Key, out var status) ? status : 0).First(status => status is >= 200 and < 300);

    /// <summary>Schema of its success; null when it answers nothing.</summary>
    public JsonObject? SuccessSchema => Definition["responses"]![$"{SuccessStatus}"]?["content"]?["application/json"]?["schema"] as JsonObject;

    /// <summary>Least application permissions as one of the two sources has them.</summary>
    public IReadOnlyList<string> Permissions(string source) =>
        Definition["x-least-application-permission"]?[source] is JsonArray names ? [.. names.Select(name => (string)name!)] : [];

    private IEnumerable<JsonNode> Parameters(string place) =>
        Definition["parameters"]!.AsArray().Where(parameter => (string?)parameter!["in"] == place)!;
}
