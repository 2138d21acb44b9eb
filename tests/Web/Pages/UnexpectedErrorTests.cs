using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Routing;
using HelpDesk.Web.Tests.Webhooks;
using HelpDesk.Web.Tracking;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>An error that nobody expected: a reference number for the person, the same in one log line, nothing of the exception.</summary>
public sealed partial class UnexpectedErrorTests
{
    private const string Secret = "pass hunter2 of Rita";
    private const int PageEvent = 4204;
    private const int WebhookEvent = 1104;

    private readonly KeptLog _log = new();

    [Fact]
    public async Task Page_Failing_ShowsAReferenceThatOneLogLineHas()
    {
        await using var host = await StartAsync(services => services.AddSingleton<CatalogueView>(static _ => throw new InvalidOperationException(Secret)));
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        using var response = await client.GetAsync("/runbooks");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        response.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        response.Headers.GetValues("Cache-Control").ShouldBe(["no-store"]);
        ReferenceIn(await response.Content.ReadAsStringAsync(), PageEvent);
    }

    [Fact]
    public async Task Page_FailingWhileItIsWritten_ShowsAReference()
    {
        await using var host = await StartAsync();

        var (status, body) = await AnswerAsync(host, host.Get<IServiceProvider>(), _ => Task.FromResult<IResult>(new Failing()));

        status.ShouldBe(StatusCodes.Status500InternalServerError);
        ReferenceIn(body, PageEvent);
    }

    [Fact]
    public async Task Page_WithoutWhatEveryPageNeeds_StillShowsAReference()
    {
        await using var host = await StartAsync();
        await using var bare = new ServiceCollection().AddLogging().BuildServiceProvider();

        var (status, body) = await AnswerAsync(host, bare, _ => throw new InvalidOperationException(Secret));

        status.ShouldBe(StatusCodes.Status500InternalServerError);
        ReferenceIn(body, PageEvent);
    }

    [Fact]
    public async Task ApiRoute_Failing_AnswersJsonWithTheReference()
    {
        await using var host = await StartAsync(services => services.AddSingleton<HealthHandler>(static _ => throw new InvalidOperationException(Secret)));
        using var client = await host.SignedInAsync(null);

        using var response = await client.GetAsync("/api/health/ready");

        await ShouldBeProblemAsync(response, PageEvent);
    }

    [Fact]
    public async Task Webhook_Failing_AnswersJsonWithTheReference()
    {
        await using var host = await StartAsync();
        host.Store.BeforeWrite = () => throw new InvalidOperationException(Secret);
        using var client = new HttpClient { BaseAddress = host.Address };

        using var response = await client.SendAsync(SignedRequest.Jira(
            """{"timestamp":1795512500000,"webhookEvent":"jira:issue_created","issue":{"id":"10499","key":"ITSD-299","fields":{"project":{"key":"ITSD"}}}}""", "a secret that is long enough"));

        await ShouldBeProblemAsync(response, WebhookEvent);
    }

    private async Task ShouldBeProblemAsync(HttpResponseMessage response, int eventId)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError, body);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(body);
        problem.RootElement.GetProperty("reference").GetString().ShouldBe(ReferenceIn(body, eventId));
    }

    /// <summary>The reference of an answer, which one log line has and nothing else of the error is in either.</summary>
    private string ReferenceIn(string body, int eventId)
    {
        var reference = Reference().Match(body).Value;
        reference.ShouldNotBeEmpty(body);
        body.ShouldNotContain("hunter2");
        body.ShouldNotContain("Exception");
        var line = _log.Lines.Where(line => line.Text.Contains(reference, StringComparison.Ordinal)).ShouldHaveSingleItem();
        line.Event.Id.ShouldBe(eventId);
        line.Text.ShouldContain("InvalidOperationException");
        _log.Lines.ShouldAllBe(kept => !kept.Text.Contains("hunter2", StringComparison.Ordinal));
        return reference;
    }

    private Task<PagesHost> StartAsync(Action<IServiceCollection>? change = null) => PagesHost.StartAsync(change: services =>
    {
        services.AddSingleton<ILoggerProvider>(_log);
        change?.Invoke(services);
    });

    // As a host calls the gate that has no middleware of ours.
    private static async Task<(int Status, string Body)> AnswerAsync(PagesHost host, IServiceProvider services, Func<HttpContext, Task<IResult>> handle)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };
        await host.Get<WebPipeline>().HandleAsync(http, new WebRoute("GET", "/x", PageAccess.Everybody, handle));
        return (http.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }

    [GeneratedRegex("\\b[2-9A-Z]{4}-[2-9A-Z]{4}\\b", RegexOptions.None, 60_000)]
    private static partial Regex Reference();

    private sealed class Failing : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "text/html";
            throw new InvalidOperationException(Secret);
        }
    }
}
