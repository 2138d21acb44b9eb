using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Tests.Graph;

public class FaultTests
{
    private const string Anna = "10000000-0000-4000-8000-000000000001";

    [Theory]
    [InlineData(429, "TooManyRequests", true)]
    [InlineData(500, "generalException", true)]
    [InlineData(503, "serviceUnavailable", true)]
    [InlineData(504, "gatewayTimeout", true)]
    [InlineData(409, "Directory_ConcurrencyViolation", true)]
    [InlineData(409, "Request_Conflict", false)]
    [InlineData(400, "Request_BadRequest", false)]
    [InlineData(401, "InvalidAuthenticationToken", false)]
    [InlineData(403, "Authorization_RequestDenied", false)]
    public async Task Answer_ThatIsAFault_IsRetryableOnlyWhenItMayPass(int status, string code, bool isRetryable)
    {
        await using var graph = ScriptedGraph.Answering(_ => ScriptedAnswer.Error(status, code));

        var fault = await ReadAsync(graph);

        fault.System.ShouldBe("graph");
        fault.Code.ShouldBe(code);
        fault.IsRetryable.ShouldBe(isRetryable);
        fault.RetryAfter.ShouldBeNull();
        fault.RequestId.ShouldBe(ScriptedAnswer.RequestId);
        graph.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(429, "")]
    [InlineData(502, "<html>Bad gateway</html>")]
    [InlineData(503, "")]
    [InlineData(503, "{ \"error\": ")]
    public async Task Fault_WithoutGraphsOwnWords_IsKnownByItsStatus(int status, string body)
    {
        await using var graph = ScriptedGraph.Answering(_ => new ScriptedAnswer(status, body, body.StartsWith('<') ? "text/html" : "application/json") { RetryAfter = "3" });

        var fault = await ReadAsync(graph);

        fault.IsRetryable.ShouldBeTrue();
        fault.RetryAfter.ShouldBe(TimeSpan.FromSeconds(3));
        fault.Code.ShouldBe($"{status}");
    }

    [Fact]
    public async Task Credential_ThatGivesNoToken_NamesTheSettings()
    {
        await using var graph = ScriptedGraph.Answering(_ => ScriptedAnswer.Page(), new RefusingCredential());

        var fault = await ReadAsync(graph);

        fault.Code.ShouldBe("authentication");
        fault.Message.ShouldContain("Graph:TenantId");
        graph.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Throttling_WithSeconds_SaysHowLongToWait()
    {
        await using var graph = ScriptedGraph.Answering(_ => ScriptedAnswer.Error(429, "TooManyRequests") with { RetryAfter = "17" });

        (await ReadAsync(graph)).RetryAfter.ShouldBe(TimeSpan.FromSeconds(17));
    }

    [Fact]
    public async Task Throttling_WithADate_SaysHowLongToWait()
    {
        ScriptedGraph? graph = null;
        await using var it = graph = ScriptedGraph.Answering(_ =>
            ScriptedAnswer.Error(503, "serviceUnavailable") with { RetryAfter = graph!.Time.GetUtcNow().AddMinutes(2).ToString("R", System.Globalization.CultureInfo.InvariantCulture) });

        (await ReadAsync(graph)).RetryAfter!.Value.TotalSeconds.ShouldBeInRange(118, 121);
    }

    [Fact]
    public async Task MissingPermission_OnARead_IsNamed()
    {
        await using var graph = ScriptedGraph.Answering(_ => ScriptedAnswer.Error(403, "Authorization_RequestDenied"));

        (await ReadAsync(graph)).Message.ShouldContain("User.Read.All");
    }

    [Fact]
    public async Task RejectedToken_OnARead_NamesTheSettings()
    {
        await using var graph = ScriptedGraph.Answering(_ => ScriptedAnswer.Error(401, "InvalidAuthenticationToken"));

        (await ReadAsync(graph)).Message.ShouldContain("Graph:ClientSecret");
    }

    [Fact]
    public async Task Silence_LongerThanTheTimeout_IsARetryableTimeout()
    {
        await using var graph = ScriptedGraph.Answering(_ => ScriptedAnswer.Silence);
        var reading = graph.Get<IDirectory>().GetPersonAsync(new PersonId(Anna), CancellationToken.None);
        await Eventually.True(() => graph.Requests.Count == 1, "the request arrives");

        graph.Time.Advance(TimeSpan.FromSeconds(31));

        var fault = await Should.ThrowAsync<VendorException>(() => reading);
        fault.Code.ShouldBe("timeout");
        fault.IsRetryable.ShouldBeTrue();
        fault.Message.ShouldContain("Graph:Timeout");
    }

    [Fact]
    public async Task Cancellation_ByTheCaller_StaysACancellation()
    {
        await using var graph = ScriptedGraph.Answering(_ => ScriptedAnswer.Silence);
        using var stop = new CancellationTokenSource();
        var reading = graph.Get<IDirectory>().GetPersonAsync(new PersonId(Anna), stop.Token);
        await Eventually.True(() => graph.Requests.Count == 1, "the request arrives");

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    [Theory]
    [InlineData("<html>Sign in to the Wi-Fi</html>", "text/html")]
    [InlineData("{ \"id\": ", "application/json")]
    [InlineData("", "application/json")]
    public async Task Answer_ThatIsNotGraphs_IsUnreadable(string body, string contentType)
    {
        await using var graph = ScriptedGraph.Answering(_ => new ScriptedAnswer(200, body, contentType));

        (await ReadAsync(graph)).Code.ShouldBe("unreadable");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://127.0.0.2:9/v1.0/steal")]
    public async Task Redirect_ToElsewhere_IsAFaultAndNotFollowed(string? location)
    {
        await using var graph = ScriptedGraph.Answering(_ => new ScriptedAnswer(302, "") { Location = location });

        await ReadAsync(graph);

        graph.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task NextLink_ToAnotherHost_IsNotFollowed()
    {
        await using var graph = ScriptedGraph.Answering(request => request.Path.EndsWith("transitiveMemberOf", StringComparison.Ordinal)
            ? new ScriptedAnswer(200, """{"value":[],"@odata.nextLink":"http://127.0.0.2:9/v1.0/steal"}""")
            : ScriptedAnswer.Json(new { id = Anna }));

        var fault = await ReadAsync(graph);

        fault.Code.ShouldBe("paging");
        fault.Message.ShouldContain("Graph:BaseUrl");
    }

    [Fact]
    public async Task EveryCall_Made_CarriesItsOwnIdAndNoSecretIsLogged()
    {
        await using var graph = ScriptedGraph.Answering(_ => ScriptedAnswer.Error(404, "Request_ResourceNotFound"));

        await graph.Get<IDirectory>().GetPersonAsync(new PersonId(Anna), CancellationToken.None);
        await graph.Get<IDirectory>().GetPersonAsync(new PersonId(Anna), CancellationToken.None);

        var ids = graph.Requests.Select(request => request.Headers["client-request-id"]).ToList();
        ids.Count.ShouldBe(2);
        ids.ShouldBeUnique();
        graph.Requests.First().Headers["Authorization"].ShouldStartWith($"Bearer {FixedCredential.Token}");
        graph.Log.All.ShouldContain(ids[0]);
        graph.Log.All.ShouldNotContain(FixedCredential.Token);
    }

    private static Task<VendorException> ReadAsync(ScriptedGraph graph) =>
        Should.ThrowAsync<VendorException>(() => graph.Get<IDirectory>().GetPersonAsync(new PersonId(Anna), CancellationToken.None));
}
