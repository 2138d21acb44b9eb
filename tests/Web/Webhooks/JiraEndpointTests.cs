using System.Net;
using System.Text;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Stages.Health;

namespace HelpDesk.Web.Tests.Webhooks;

public sealed class JiraEndpointTests
{
    private const string Issue = """{"id":"10423","key":"ITSD-217","fields":{"project":{"key":"ITSD"}}}""";
    private const string Created = """{"timestamp":1791792842117,"webhookEvent":"jira:issue_created","issue":{"id":"10423","key":"ITSD-217","fields":{"project":{"key":"ITSD"}}}}""";

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Signed_AnyContentType_202(string? contentType)
    {
        await using var host = await WebhookHost.StartAsync();

        using var response = await host.Client.SendAsync(SignedRequest.Jira(Created, contentType: contentType));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        host.Queue.Starts.Keys.ShouldBe(["jira-10423"]);
    }

    [Theory]
    [InlineData("sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9", HttpStatusCode.BadRequest)]
    [InlineData("sha256=A4771C39FBE90F317C7824E83DDEF3CAAE9CB3D976C214ACE1F2937E133263C9", HttpStatusCode.BadRequest)]
    [InlineData("sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c8", HttpStatusCode.Unauthorized)]
    [InlineData("sha1=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9", HttpStatusCode.Unauthorized)]
    [InlineData("a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9", HttpStatusCode.Unauthorized)]
    [InlineData("sha256=", HttpStatusCode.Unauthorized)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Vector_OfTheVendorsPage_IsGoodAndThenNoJson(string? signature, HttpStatusCode status)
    {
        await using var host = await WebhookHost.StartAsync();

        using var response = await host.Client.SendAsync(SignedRequest.JiraWith("X-Hub-Signature", signature, "Hello World!"));

        response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Secret_Previous_IsGood()
    {
        await using var host = await WebhookHost.StartAsync();

        using var response = await host.Client.SendAsync(SignedRequest.Jira(Created, WebhookHost.PreviousJiraSecret));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData(WebhookHost.AutomationSecret, HttpStatusCode.Accepted)]
    [InlineData(WebhookHost.AutomationSecret + " x", HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData(WebhookHost.JiraSecret, HttpStatusCode.Unauthorized)]
    public async Task Automation_SharedSecret_IsChecked(string secret, HttpStatusCode status)
    {
        await using var host = await WebhookHost.StartAsync();

        using var response = await host.Client.SendAsync(SignedRequest.JiraWith("X-Automation-Secret", secret, Issue));

        response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Automation_SecretNotSet_ItsHeaderOpensNothing()
    {
        await using var host = await WebhookHost.StartAsync(("Webhooks:JiraAutomation:Secret", ""));

        using var response = await host.Client.SendAsync(SignedRequest.JiraWith("X-Automation-Secret", "", Issue));
        using var signed = await host.Client.SendAsync(SignedRequest.Jira(Created));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        signed.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Secrets_NoneSet_503()
    {
        await using var host = await WebhookHost.StartAsync(
            ("Webhooks:Jira:Secret", ""), ("Webhooks:Jira:PreviousSecret", ""), ("Webhooks:JiraAutomation:Secret", ""));

        using var response = await host.Client.SendAsync(SignedRequest.Jira(Created));

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Signed_OlderThanItsAge_401()
    {
        await using var host = await WebhookHost.StartAsync();
        host.Time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));

        using var response = await host.Client.SendAsync(SignedRequest.Jira(Created));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        host.Store.CountOf(Tables.Inbox).ShouldBe(0);
    }

    [Theory]
    [InlineData("jira:issue_created")]
    [InlineData("jira:issue_updated")]
    [InlineData("comment_created")]
    public async Task Captured_SentAgainWithNewIdentifiers_AddsNoRow(string name)
    {
        await using var host = await WebhookHost.StartAsync();
        var body = Created.Replace("jira:issue_created", name, StringComparison.Ordinal);
        await SendAsync(host, body, "first");
        var rows = host.Store.CountOf(Tables.Inbox);
        rows.ShouldBeGreaterThan(0);

        for (var i = 0; i < 20; i++)
            await SendAsync(host, body, $"made-up-{i}");

        host.Store.CountOf(Tables.Inbox).ShouldBe(rows);
        await SendAsync(host, body.Replace("1791792842117", "1791792842118", StringComparison.Ordinal), "first");
        if (name != "jira:issue_created")
            host.Store.CountOf(Tables.Inbox).ShouldBeGreaterThan(rows, "another event with the same identifier is another event");
    }

    [Theory]
    [InlineData("jira:issue_created")]
    [InlineData("comment_created")]
    [InlineData("issue_deleted")]
    public async Task Captured_SentAgainAfterItsAge_IsRefusedAndHealthStaysWell(string name)
    {
        await using var host = await WebhookHost.StartAsync();
        var body = Created.Replace("jira:issue_created", name, StringComparison.Ordinal);
        await SendAsync(host, body, "first");
        host.Time.Advance(TimeSpan.FromDays(3));

        using var again = await host.Client.SendAsync(SignedRequest.Jira(body));

        again.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await host.Health.ReadAsync(default)).Entries.Single(entry => entry.Name == "clock").State.ShouldBe(HealthState.Healthy);
    }

    [Theory]
    [InlineData(-25)]
    [InlineData(1)]
    public async Task Clock_FarFromOursForANewTicket_HealthSaysWhatToChange(int hours)
    {
        await using var host = await WebhookHost.StartAsync();
        host.Time.SetUtcNow(DateTimeOffset.FromUnixTimeMilliseconds(1791792842117).AddDays(2));
        var sentAt = host.Time.GetUtcNow().AddHours(hours).ToUnixTimeMilliseconds();

        using var response = await host.Client.SendAsync(SignedRequest.Jira(Created.Replace("1791792842117", $"{sentAt}", StringComparison.Ordinal)));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var clock = (await host.Health.ReadAsync(default)).Entries.Single(entry => entry.Name == "clock");
        clock.State.ShouldBe(HealthState.Degraded);
        clock.Advice!.ShouldContain("Webhooks:JiraMaxAge");
    }

    [Fact]
    public async Task Signed_AnotherProject_202AndNothingFollows()
    {
        await using var host = await WebhookHost.StartAsync();

        using var response = await host.Client.SendAsync(SignedRequest.Jira(Created.Replace("ITSD", "HR")));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        host.Store.CountOf(Tables.Inbox).ShouldBe(0);
    }

    private const int Limit = 8 * 1024 * 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_LargerThanTheLimit_413(bool chunked)
    {
        await using var host = await WebhookHost.StartAsync();
        var body = "{\"x\":\"" + new string('a', Limit) + "\"}";
        using var request = SignedRequest.Jira(body);
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await host.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Body_OfExactlyTheLimit_IsRead()
    {
        await using var host = await WebhookHost.StartAsync();
        const string Start = "{\"x\":\"", End = "\"}";
        var body = Start + new string('a', Limit - Start.Length - End.Length) + End;
        Encoding.UTF8.GetByteCount(body).ShouldBe(Limit);

        using var response = await host.Client.SendAsync(SignedRequest.Jira(body));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task SendAsync(WebhookHost host, string body, string identifier)
    {
        using var request = SignedRequest.Jira(body);
        request.Headers.Add("X-Atlassian-Webhook-Identifier", identifier);
        using var response = await host.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }
}
