using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Graph.Contract;
using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.Graph.Calls;

/// <summary>The way of a call: path, method, token's permissions, query, body, and then the operation, one at a time.</summary>
internal sealed class GraphPipeline
{
    private readonly GraphContract _contract;
    private readonly SchemaCheck _schemas;
    private readonly Faults _faults;
    private readonly SimulatorStore _store;
    private readonly Dictionary<string, Func<GraphRequest, GraphAnswer>> _operations = new(StringComparer.Ordinal);

    public GraphPipeline(GraphContract contract, Faults faults, SimulatorStore store, IEnumerable<IGraphPart> parts)
    {
        _contract = contract;
        _faults = faults;
        _store = store;
        _schemas = new SchemaCheck(contract, allowOpenTypes: false);
        foreach (var (name, operation) in parts.SelectMany(part => part.Operations))
            _operations.Add(name, operation);
        _operations.Add("POST /$batch", request => GraphBatch.Run(request, this));
    }

    /// <summary>Names of all operations that do something.</summary>
    public IEnumerable<string> Names => _operations.Keys;

    /// <summary>Handles a call.</summary>
    public GraphAnswer Handle(GraphCall call)
    {
        var (operation, values) = Find(call.Method, call.Path);
        if (operation is null)
            return Unknown(call);
        if (!operation.IsAppOnly || !PermissionCheck.Allows(operation, call.Roles))
            return GraphAnswer.Denied();
        if (operation.RequiredHeaders.FirstOrDefault(name => name == "User-Agent" && !call.HasUserAgent) is { } header)
            return GraphAnswer.BadRequest($"The request must have the header {header}.");
        if (QueryFault(operation, call.Query) is { } query)
            return GraphAnswer.BadRequest(query);
        var (body, fault) = Body(operation, call.Body);
        if (fault is not null)
            return GraphAnswer.BadRequest(fault);

        var request = new GraphRequest
        {
            Operation = operation,
            Values = values!,
            Path = call.Path,
            Query = call.Query,
            Body = body,
            Roles = call.Roles,
            ClientRequestId = call.ClientRequestId,
            Root = call.Root,
            Lag = operation.Method == "GET" ? _faults.Lag("graph", "GET", call.Path) : TimeSpan.Zero,
        };
        // One call at a time, and its change is written with its effect or not at all.
        var answer = _store.Together(() => _operations[operation.Name](request));
        if (operation.ResourceUnits is not { } units)
            return answer;
        var reduced = call.Query.ContainsKey("$select") ? Math.Max(1, units - 1) : units;
        return answer with
        {
            Headers = new Dictionary<string, string>(answer.Headers, StringComparer.Ordinal) { ["x-ms-resource-unit"] = reduced.ToString(CultureInfo.InvariantCulture) },
        };
    }

    private static string? QueryFault(GraphOperation operation, IReadOnlyDictionary<string, string> query)
    {
        foreach (var (name, value) in query)
        {
            if (name.StartsWith('$') && !operation.QueryOptions.Contains(name, StringComparer.Ordinal))
                return $"The query option '{name}' is not allowed here.";
            if (name == "$top" && (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var top) || top is < 1 or > 999))
                return "Invalid page size specified.";
            if (name is "$expand" or "$search" or "$orderby")
                return $"The query option '{name}' is not simulated.";
        }

        return null;
    }

    private (JsonObject? Body, string? Fault) Body(GraphOperation operation, string? text)
    {
        if (operation.BodySchema is not { } schema)
            return (null, null);
        if (string.IsNullOrWhiteSpace(text))
            return operation.NeedsBody ? (null, "Empty Payload. JSON content expected.") : (null, null);
        try
        {
            return JsonNode.Parse(text) is JsonObject body ? (body, _schemas.Fault(body, schema)) : (null, "A JSON object was expected in the body.");
        }
        catch (JsonException)
        {
            return (null, "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.");
        }
    }

    private (GraphOperation? Operation, IReadOnlyDictionary<string, string>? Values) Find(string method, string path)
    {
        foreach (var operation in _contract.Operations.Where(operation => operation.Method == method))
        {
            if (GraphContract.Match(operation.Path, path) is { } values)
                return (operation, values);
        }

        return (null, null);
    }

    // Beta-only actions answer 405 on v1.0 as the page on batching shows; a wrong method does so too.
    private GraphAnswer Unknown(GraphCall call) =>
        _contract.Operations.Select(operation => operation.Path).Concat(_contract.BetaOnly).Any(path => GraphContract.Match(path, call.Path) is not null)
            ? GraphAnswer.Error(405, GraphAnswer.BadRequestCode, "Specified HTTP method is not allowed for the request target.")
            : GraphAnswer.Error(400, "BadRequest", $"Resource not found for the segment '{call.Path.Split('/')[^1]}'.");
}
