using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.Graph.Calls;

/// <summary>Several calls in one.</summary>
internal static class GraphBatch
{
    public static GraphAnswer Run(GraphRequest request, GraphPipeline pipeline)
    {
        var inner = request.Body!["requests"]!.AsArray();
        var ids = inner.Select(call => (string)call!["id"]!).ToList();
        if (ids.Distinct(StringComparer.OrdinalIgnoreCase).Count() != ids.Count)
            return GraphAnswer.Error(400, "BadRequest", "Request id should be unique in the batch.");

        var done = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var responses = new JsonArray();
        foreach (var call in inner)
        {
            var id = (string)call!["id"]!;
            var before = (call["dependsOn"] as JsonArray ?? []).Select(name => (string)name!).ToList();
            if (before.Any(name => !done.ContainsKey(name)))
                return GraphAnswer.Error(400, "BadRequest", "A request depends on one that is not before it in the batch.");
            var answer = before.Any(name => done[name] >= 400)
                ? GraphAnswer.Error(424, "FailedDependency", "A request this one depends on failed.")
                : Call(request, call, pipeline);
            done[id] = answer.Status;
            var response = new JsonObject { ["id"] = id, ["status"] = answer.Status };
            if (answer.Headers.Count > 0)
                response["headers"] = new JsonObject(answer.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)JsonValue.Create(header.Value))));
            if (answer.Body is not null)
                response["body"] = answer.Body;
            responses.Add(response);
        }

        return new GraphAnswer(200, new JsonObject { ["responses"] = responses });
    }

    private static GraphAnswer Call(GraphRequest request, JsonNode call, GraphPipeline pipeline)
    {
        var url = new Uri(new Uri("http://batch"), $"/{((string)call["url"]!).TrimStart('/')}");
        if (url.AbsolutePath == "/$batch")
            return GraphAnswer.Error(400, "BadRequest", "A batch cannot be in a batch.");
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(url.Query).ToDictionary(option => option.Key, option => option.Value.ToString(), StringComparer.Ordinal);
        return pipeline.Handle(new GraphCall(
            (string)call["method"]!, url.AbsolutePath, query, call["body"]?.ToJsonString(), request.Roles, request.ClientRequestId, request.Root, HasUserAgent: true));
    }
}
