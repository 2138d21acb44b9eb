using System.Text.Json.Nodes;
using HelpDesk.Simulator.Faulting;

namespace HelpDesk.Simulator.Graph.Calls;

/// <summary>Several calls in one: each is checked, counted and answered as if it had come alone (contracts: graph-throttling).</summary>
internal sealed class GraphBatch(GraphPipeline pipeline, Faults faults, TimeProvider time)
{
    private const int FailedDependency = 424;

    /// <summary>Answers a batch.</summary>
    public GraphAnswer Run(GraphRequest request)
    {
        var inner = request.Body!["requests"]!.AsArray();
        var ids = inner.Select(call => (string)call!["id"]!).ToList();
        if (ids.Distinct(StringComparer.OrdinalIgnoreCase).Count() != ids.Count)
            return GraphAnswer.Error(400, "BadRequest", "Request id should be unique in the batch.");
        if (Order(inner) is { } objection)
            return GraphAnswer.Error(400, "BadRequest", objection);

        var done = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var responses = new JsonArray();
        foreach (var call in inner)
        {
            var id = (string)call!["id"]!;
            var answer = Before(call).Any(name => done[name] >= 400)
                ? GraphAnswer.Error(FailedDependency, "FailedDependency", "A request this one depends on failed.")
                : One(request, call.AsObject());
            done[id] = answer.Status;
            responses.Add(Response(id, answer, request.ClientRequestId));
        }

        return new GraphAnswer(200, new JsonObject { ["responses"] = responses });
    }

    private static IEnumerable<string> Before(JsonNode call) => (call["dependsOn"] as JsonArray ?? []).Select(name => (string)name!);

    // All at once, or each after the one before: nothing in between (contracts: graph-throttling).
    private static string? Order(JsonArray inner)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var chained = 0;
        foreach (var call in inner)
        {
            var before = Before(call!).ToList();
            if (before.Exists(name => !seen.Contains(name)))
                return "A request depends on one that is not before it in the batch.";
            chained += before.Count > 0 ? 1 : 0;
            seen.Add((string)call!["id"]!);
        }

        return chained == 0 || chained == inner.Count - 1 ? null : "Requests of a batch are all sequential or all parallel.";
    }

    private JsonObject Response(string id, GraphAnswer answer, string clientRequestId)
    {
        var response = new JsonObject { ["id"] = id, ["status"] = answer.Status };
        var headers = new JsonObject(answer.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)JsonValue.Create(header.Value))));
        if (answer.Body is { } body)
        {
            headers["Content-Type"] = "application/json";
            GraphWriter.Complete(answer, Guid.NewGuid().ToString(), clientRequestId, time);
            response["body"] = body;
        }

        if (headers.Count > 0)
            response["headers"] = headers;
        return response;
    }

    private GraphAnswer One(GraphRequest request, JsonObject call)
    {
        var url = new Uri(new Uri("http://batch"), $"/{((string)call["url"]!).TrimStart('/')}");
        var path = Uri.UnescapeDataString(url.AbsolutePath);
        if (path == "/$batch")
            return GraphAnswer.Error(400, "BadRequest", "A batch cannot be in a batch.");
        var headers = (call["headers"] as JsonObject ?? []).ToDictionary(header => header.Key, header => (string?)header.Value ?? "", StringComparer.OrdinalIgnoreCase);
        var method = (string)call["method"]!;
        if (Fault(method, path) is { } fault)
            return fault;
        return pipeline.Handle(new GraphCall(
            method, path, GraphQuery.Parse(url.Query), headers, call["body"]?.ToJsonString(), request.Roles, request.ClientId,
            headers.GetValueOrDefault("client-request-id") is { Length: > 0 and <= 64 } own ? own : request.ClientRequestId, request.Root));
    }

    private GraphAnswer? Fault(string method, string path)
    {
        var struck = faults.Strike("graph", method, $"/v1.0{path}", static kind => kind is FaultKind.Throttled or FaultKind.ServerError or FaultKind.Unavailable);
        return struck.Count == 0 ? null : FaultAnswers.InBatch(struck[0], path);
    }
}
