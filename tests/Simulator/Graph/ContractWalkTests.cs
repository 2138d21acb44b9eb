using System.Text;
using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Contract;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Simulator.Tests.Graph;

/// <summary>Every operation, called in a way that its contract does not know, is refused with an error of the contract and does nothing.</summary>
public sealed class ContractWalkTests
{
    private static readonly string[] Methods = ["GET", "POST", "PATCH", "PUT", "DELETE"];

    [Fact]
    public async Task EveryOperation_ByAnotherMethod_Is405() => await WalkAsync(
        contract => contract.Operations.SelectMany(operation => Methods
            .Where(method => contract.Operations.All(known => known.Path != operation.Path || known.Method != method))
            .Select(method => (operation, Method: method))),
        (simulator, call, method) => simulator.CallAsync(method, Path(call)),
        405,
        atLeast: 100);

    [Theory]
    [InlineData("$nonsense=1")]
    [InlineData("$apply=aggregate")]
    [InlineData("$top=0")]
    public async Task EveryOperation_WithAQueryOptionItDoesNotKnow_Is400(string option) => await WalkAsync(
        contract => contract.Operations.Where(operation => operation.IsAppOnly).Select(operation => (operation, "")),
        (simulator, call, _) => simulator.CallAsync(call.Method, $"{Path(call)}{(call.Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{option}", call.Body),
        400,
        atLeast: 48);

    [Theory]
    [InlineData("{\"nonsense\":1}")]
    [InlineData("[1]")]
    [InlineData("{\"x\":")]
    [InlineData("7")]
    public async Task EveryOperation_WithABodyItDoesNotKnow_Is400(string body) => await WalkAsync(
        contract => contract.Operations.Where(operation => operation is { IsAppOnly: true, Method: "POST" or "PATCH" }).Select(operation => (operation, "")),
        (simulator, call, _) => SendAsync(simulator, call.Method, Path(call), body, "application/json"),
        400,
        atLeast: 20);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task EveryOperation_WithABodyOfAnotherType_Is400(string type) => await WalkAsync(
        contract => contract.Operations.Where(operation => operation is { IsAppOnly: true, BodySchema: not null }).Select(operation => (operation, "")),
        (simulator, call, _) => SendAsync(simulator, call.Method, Path(call), System.Text.Json.JsonSerializer.Serialize(call.Body ?? new { }), type),
        400,
        atLeast: 10);

    [Fact]
    public async Task EveryOperation_WithoutAHeaderItRequires_Is400() => await WalkAsync(
        contract => contract.Operations.SelectMany(operation => operation.RequiredHeaders.Select(header => (operation, header))),
        (simulator, call, header) =>
        {
            simulator.Http.DefaultRequestHeaders.Remove(header);
            return simulator.CallAsync(call.Method, Path(call), call.Body);
        },
        400,
        atLeast: 2);

    [Fact]
    public async Task EveryOperation_InABatch_IsAnsweredAsAlone()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var contract = simulator.Services.GetRequiredService<GraphContract>();
        var check = new SchemaCheck(contract, allowOpenTypes: true);
        var pass = "";
        foreach (var call in OperationCalls.All(simulator.Tenant).Where(call => call.Operation != "POST /$batch"))
        {
            var headers = new Dictionary<string, string> { ["User-Agent"] = "tests", ["Content-Type"] = "application/json" };
            var inner = new { id = "one", method = call.Method, url = call.Path.Replace("{pass}", pass, StringComparison.Ordinal), headers, body = call.Body };
            var batch = await simulator.CallAsync("POST", "/$batch", new { requests = new[] { inner } });
            var operation = contract.Operations.Single(known => known.Name == call.Operation);
            var answer = batch.Body!["responses"]!.AsArray().ShouldHaveSingleItem()!;
            ((int)answer["status"]!).ShouldBe(operation.SuccessStatus, $"{call.Operation}: {answer}");
            if (operation.SuccessSchema is { } schema)
                check.Fault(answer["body"], schema).ShouldBeNull(call.Operation);
            if (answer["body"]?["temporaryAccessPass"] is not null)
                pass = (string)answer["body"]!["id"]!;
        }
    }

    private static string Path(OperationCall call) => call.Path.Replace("{pass}", "none", StringComparison.Ordinal);

    private static async Task<Reply> SendAsync(RunningSimulator simulator, string method, string path, string body, string type)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/v1.0{path}") { Content = new StringContent(body, Encoding.UTF8, type) };
        using var response = await simulator.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Reply((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text)!.AsObject(), response.Headers.ToDictionary(header => header.Key, header => header.Value.First(), StringComparer.OrdinalIgnoreCase));
    }

    private static async Task WalkAsync(
        Func<GraphContract, IEnumerable<(GraphOperation Operation, string With)>> which, Func<RunningSimulator, OperationCall, string, Task<Reply>> ask, int status, int atLeast)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var contract = simulator.Services.GetRequiredService<GraphContract>();
        var check = new SchemaCheck(contract, allowOpenTypes: true);
        var error = contract.Schema("microsoft.graph.ODataErrors.ODataError")!;
        var calls = OperationCalls.All(simulator.Tenant).ToDictionary(call => call.Operation);
        var walked = 0;
        foreach (var (operation, with) in which(contract))
        {
            var call = calls.GetValueOrDefault(operation.Name) ?? new OperationCall(operation.Name, operation.Path.Replace("{user-id}", Tenant.KnownPeople.AmyPoe.Id, StringComparison.Ordinal));
            var reply = await ask(simulator, call, with);
            reply.Status.ShouldBe(status, $"{operation.Name} with {with}: {reply.Body}");
            reply.Code.ShouldBe("Request_BadRequest", operation.Name);
            check.Fault(reply.Body, error).ShouldBeNull(operation.Name);
            walked++;
        }

        walked.ShouldBeGreaterThanOrEqualTo(atLeast);
        simulator.Effects.ShouldBeEmpty();
    }
}
