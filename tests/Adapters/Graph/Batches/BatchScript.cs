using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using HelpDesk.Adapters.Graph;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Tests.Graph.Batches;

/// <summary>A Graph that answers batches as a test says, and bulk work that calls it with the real SDK.</summary>
internal sealed class BatchScript : IAsyncDisposable
{
    public static readonly GraphOperation Read = new("read the account", "User.Read.All") { Answers = [404] };
    public static readonly GraphOperation Block = new("block the account", "User.EnableDisableAccount.All") { Identity = GraphIdentity.IdentityWrites };

    private readonly Func<JsonObject, JsonNode?> _answer;
    private readonly Func<JsonArray, ScriptedAnswer>? _whole;

    private BatchScript(Func<JsonObject, JsonNode?> answer, Func<JsonArray, ScriptedAnswer>? whole)
    {
        (_answer, _whole) = (answer, whole);
        Graph = ScriptedGraph.Answering(Answer, quotas: WideQuotas.Of(TimeSpan.FromSeconds(30)));
    }

    public ScriptedGraph Graph { get; }

    /// <summary>The requests of each batch, in the order in which the batches came.</summary>
    public ConcurrentQueue<JsonArray> Batches { get; } = new();

    public IEnumerable<ScriptedRequest> Alone => Graph.Requests.Where(request => request.Path != "/$batch");

    /// <summary>Whom the requests after so many batches were about; the last of those that failed may have had to travel alone.</summary>
    public IEnumerable<string> After(int batches) =>
        Batches.Skip(batches).SelectMany(batch => batch.Select(one => Last((string)one!["url"]!))).Concat(Alone.Select(request => Last(request.Path)));

    /// <param name="answer">Answer to one request of a batch; null = it is left out.</param>
    public static BatchScript Each(Func<JsonObject, JsonNode?> answer) => new(answer, null);

    /// <param name="whole">Answer to a whole batch.</param>
    public static BatchScript Whole(Func<JsonArray, ScriptedAnswer> whole) => new(_ => null, whole);

    public static JsonObject Person(JsonObject request) => Inner(request, 200, new JsonObject { ["id"] = Last((string)request["url"]!) });

    public static JsonObject Inner(JsonObject request, int status, JsonNode? body = null, string? retryAfter = null)
    {
        var inner = new JsonObject { ["id"] = (string)request["id"]!, ["status"] = status };
        if (retryAfter is not null)
            inner["headers"] = new JsonObject { ["Retry-After"] = retryAfter };
        if (status >= 400)
            body ??= new JsonObject { ["error"] = new JsonObject { ["code"] = "code", ["message"] = "no" } };
        if (body is not null)
            inner["body"] = body;
        return inner;
    }

    public static string Last(string url) => url.Split('?')[0].Split('/')[^1];

    /// <summary>Reads so many people at once, as bulk work.</summary>
    public Task<GraphReply<User>>[] ReadMany(int count, CancellationToken first = default)
    {
        using (WorkPriority.EnterBackground())
        {
            return [.. Enumerable.Range(1, count).Select(number => Graph.Get<GraphGateway>().AskAsync<User>(
                Read, (client, stop) => client.Users[Id(number)].GetAsync(cancellationToken: stop), number == 1 ? first : default))];
        }
    }

    /// <summary>Blocks so many people at once, as bulk work.</summary>
    public Task<GraphReply<User>>[] BlockMany(int count)
    {
        using (WorkPriority.EnterBackground())
        {
            return [.. Enumerable.Range(1, count).Select(number => Graph.Get<GraphGateway>().AskAsync<User>(
                Block, (client, stop) => client.Users[Id(number)].PatchAsync(new User { AccountEnabled = false }, cancellationToken: stop), default))];
        }
    }

    public static string Id(int number) => $"10000000-0000-4000-8000-{number:000000000000}";

    /// <summary>Lets time go by until all are done.</summary>
    public async Task UntilDoneAsync(IEnumerable<Task> calls)
    {
        var all = calls.ToList();
        await Eventually.True(
            () =>
            {
                Graph.Time.Advance(TimeSpan.FromMilliseconds(10));
                return all.TrueForAll(call => call.IsCompleted);
            },
            "all calls end");
    }

    public ValueTask DisposeAsync() => Graph.DisposeAsync();

    private ScriptedAnswer Answer(ScriptedRequest request)
    {
        if (request.Path != "/$batch")
        {
            var inner = _answer(new JsonObject { ["id"] = "alone", ["method"] = request.Method, ["url"] = request.Path })!;
            return new ScriptedAnswer((int)inner["status"]!, inner["body"]?.ToJsonString() ?? "") { RetryAfter = (string?)inner["headers"]?["Retry-After"] };
        }

        var requests = JsonNode.Parse(request.Body)!["requests"]!.AsArray();
        Batches.Enqueue(requests);
        if (_whole is not null)
            return _whole(requests);
        // Answers may come in any order.
        return new ScriptedAnswer(200, new JsonObject { ["responses"] = new JsonArray([.. requests.Select(one => _answer(one!.AsObject())).OfType<JsonNode>().Reverse()]) }.ToJsonString());
    }
}
