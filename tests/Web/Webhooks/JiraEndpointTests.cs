using System.Net;
using System.Text;
using HelpDesk.Orchestrations.Foundation.Records;

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
}
