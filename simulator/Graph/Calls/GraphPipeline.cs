using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Graph.Contract;
using HelpDesk.Simulator.Graph.Throttling;
using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.Graph.Calls;

/// <summary>The way of a call: path, method, token's permissions, query, body, and then the operation, one at a time.</summary>
internal sealed class GraphPipeline
{
    private const string Batch = "POST /$batch";

    private static readonly ThrottleDecision NotCounted = new(null, 0, 0);

    private readonly GraphContract _contract;
    private readonly SchemaCheck _schemas;
    private readonly SchemaCheck? _answers;
    private readonly Faults _faults;
    private readonly SimulatorStore _store;
    private readonly ThrottleModel _throttling;
    private readonly Dictionary<string, Func<GraphRequest, GraphAnswer>> _operations = new(StringComparer.Ordinal);

    public GraphPipeline(GraphContract contract, Faults faults, SimulatorStore store, ThrottleModel throttling, SimulatorOptions options, IEnumerable<IGraphPart> parts, TimeProvider time)
    {
        _contract = contract;
        _faults = faults;
        _store = store;
        _throttling = throttling;
        _schemas = new SchemaCheck(contract, allowOpenTypes: false);
        _answers = options.ChecksAnswers ? new SchemaCheck(contract, allowOpenTypes: true) : null;
        foreach (var (name, operation) in parts.SelectMany(part => part.Operations))
            _operations.Add(name, operation);
        _operations.Add(Batch, new GraphBatch(this, faults, time).Run);
    }

    /// <summary>Names of all operations that do something.</summary>
    public IEnumerable<string> Names => _operations.Keys;

    /// <summary>Handles a call.</summary>
    public GraphAnswer Handle(GraphCall call)
    {
        var (operation, values) = Find(call);
        if (operation is null)
            return Unknown(call);
        // Of a batch each call inside counts, not the batch.
        var decision = operation.Name == Batch ? NotCounted : _throttling.Count(operation, call);
        var answer = decision.Refusal ?? (Objection(operation, call) is { } objection ? objection : Do(operation, values!, call));
        var headers = new Dictionary<string, string>(answer.Headers, StringComparer.Ordinal);
        foreach (var (name, value) in decision.Headers())
            headers[name] = value;
        return answer with { Headers = headers };
    }

    private GraphAnswer Do(GraphOperation operation, IReadOnlyDictionary<string, string> values, GraphCall call)
    {
        var (body, fault) = Body(operation, call.Body);
        if (fault is not null)
            return GraphAnswer.BadRequest(fault);
        var request = new GraphRequest
        {
            Operation = operation,
            Values = values,
            Path = call.Path,
            Query = call.Query,
            Headers = call.Headers,
            Body = body,
            Roles = call.Roles,
            ClientId = call.ClientId,
            ClientRequestId = call.ClientRequestId,
            Root = call.Root,
            Lag = operation.Method == "GET" ? _faults.Lag("graph", "GET", $"/v1.0{call.Path}") : TimeSpan.Zero,
        };
        // One call at a time, and its change is written with its effect or not at all; each of a batch for itself.
        var answer = operation.Name == Batch ? _operations[Batch](request) : _store.Together(() => _operations[operation.Name](request));
        if (_answers is not null && AnswerFault(operation, answer) is { } wrong)
            throw new InvalidOperationException($"The simulated answer to {operation.Name} does not fit the contract: {wrong}");
        return answer;
    }

    private string? AnswerFault(GraphOperation operation, GraphAnswer answer) =>
        answer.Status >= 400 ? answer.Body is null ? "An error has no body." : null
        : answer.Status != operation.SuccessStatus ? $"The status is {answer.Status}."
        : operation.SuccessSchema is { } schema ? _answers!.Fault(answer.Body, schema)
        : answer.Body is null ? null : "It has a body.";

    // What is wrong with a call before its body is read; null when nothing is.
    private static GraphAnswer? Objection(GraphOperation operation, GraphCall call)
    {
        if (!operation.IsAppOnly || !PermissionCheck.Allows(operation, call.Roles))
            return GraphAnswer.Denied();
        if (operation.RequiredHeaders.FirstOrDefault(name => string.IsNullOrEmpty(call.Headers.GetValueOrDefault(name))) is { } header)
            return GraphAnswer.BadRequest($"The request must have the header {header}.");
        if (operation.BodySchema is not null && !string.IsNullOrEmpty(call.Body) && !IsJson(call.Headers.GetValueOrDefault("Content-Type")))
            return GraphAnswer.BadRequest("Write requests must contain the Content-Type header declaration, and it must be application/json.");
        return QueryFault(operation, call.Query) is { } query ? GraphAnswer.BadRequest(query) : null;
    }

    private static bool IsJson(string? contentType) =>
        string.Equals(contentType?.Split(';')[0].Trim(), "application/json", StringComparison.OrdinalIgnoreCase);

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
            return operation.Method == "POST" && text?.Trim() is { Length: > 0 } and not "{}" ? (null, "The operation takes no parameters.") : (null, null);
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

    // Of beta only what v1.0 has not is simulated: nobody shall call there what v1.0 has.
    private (GraphOperation? Operation, IReadOnlyDictionary<string, string>? Values) Find(GraphCall call)
    {
        var all = call.IsBeta ? _contract.Additions : _contract.Operations.Concat(_contract.Additions);
        foreach (var operation in all.Where(operation => operation.Method == call.Method && operation.IsBeta == call.IsBeta))
        {
            if (GraphContract.Match(operation.Path, call.Path) is { } values)
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
