using System.Net;
using System.Text.Json;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Stages.Health;

namespace HelpDesk.Web.Tests.Webhooks;

public sealed class ServiceNowEndpointTests
{
    private const string CaseId = "servicenow-9d385017c611228701d22104cc95c371";

    [Fact]
    public async Task Signed_Insert_202WithTheTrackingPage()
    {
        await using var host = await WebhookHost.StartAsync();

        using var response = await host.Client.SendAsync(SignedRequest.ServiceNow(host.Time.GetUtcNow()));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var track = response.Headers.Location!.OriginalString;
        track.ShouldMatch($"^/track/{CaseId}\\?t=[0-9a-f]{{32}}$");
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        body.RootElement.GetProperty("caseId").GetString().ShouldBe(CaseId);
        body.RootElement.GetProperty("track").GetString().ShouldBe(track);
        host.Queue.Starts.Keys.ShouldBe([CaseId]);
    }

    [Fact]
    public async Task Signed_WithMilliseconds_202()
    {
        await using var host = await WebhookHost.StartAsync();
        var timestamp = $"{host.Time.GetUtcNow().ToUnixTimeMilliseconds()}";

        using var response = await host.Client.SendAsync(SignedRequest.ServiceNow(timestamp, SignedRequest.Signature(timestamp, SignedRequest.Insert)));

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData(WebhookHost.ServiceNowSecret, HttpStatusCode.Accepted)]
    [InlineData(WebhookHost.PreviousServiceNowSecret, HttpStatusCode.Accepted)]
    [InlineData("YW5vdGhlci1zZWNyZXQtYWx0b2dldGhlcg==", HttpStatusCode.Unauthorized)]
    public async Task Secret_NowOrBefore_IsGood(string secret, HttpStatusCode status)
    {
        await using var host = await WebhookHost.StartAsync();

        using var response = await host.Client.SendAsync(SignedRequest.ServiceNow(host.Time.GetUtcNow(), secret: secret));

        response.StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData(-300, HttpStatusCode.Accepted)]
    [InlineData(-301, HttpStatusCode.Unauthorized)]
    [InlineData(300, HttpStatusCode.Accepted)]
    [InlineData(302, HttpStatusCode.Unauthorized)]
    public async Task Time_OutsideTheWindow_401(int seconds, HttpStatusCode status)
    {
        await using var host = await WebhookHost.StartAsync();
        host.Time.SetUtcNow(DateTimeOffset.FromUnixTimeSeconds(1791792843));

        using var response = await host.Client.SendAsync(SignedRequest.ServiceNow(host.Time.GetUtcNow().AddSeconds(seconds)));

        response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Clock_OfTheSenderAnHourBehind_401AndHealthSaysWhatToChange()
    {
        await using var host = await WebhookHost.StartAsync();

        using var late = await host.Client.SendAsync(SignedRequest.ServiceNow(host.Time.GetUtcNow().AddHours(-1)));
        late.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var told = (await host.Health.ReadAsync(default)).Entries.Single(entry => entry.Name == "clock");
        told.State.ShouldBe(HealthState.Degraded);
        told.Advice!.ShouldContain("Webhooks:ServiceNowWindow");

        using var inTime = await host.Client.SendAsync(SignedRequest.ServiceNow(host.Time.GetUtcNow()));
        inTime.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await host.Health.ReadAsync(default)).Entries.Single(entry => entry.Name == "clock").State.ShouldBe(HealthState.Healthy);
    }

    [Fact]
    public async Task Clock_CapturedRequestSentAgainLater_IsRefusedAndHealthStaysWell()
    {
        await using var host = await WebhookHost.StartAsync();
        var sentAt = host.Time.GetUtcNow();
        using var first = await host.Client.SendAsync(SignedRequest.ServiceNow(sentAt));
        first.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var rows = host.Store.CountOf(Tables.Inbox);
        host.Time.Advance(TimeSpan.FromDays(2));

        using var again = await host.Client.SendAsync(SignedRequest.ServiceNow(sentAt));

        again.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await host.Health.ReadAsync(default)).Entries.Single(entry => entry.Name == "clock").State.ShouldBe(HealthState.Healthy);
        host.Store.CountOf(Tables.Inbox).ShouldBe(rows);
    }

    [Fact]
    public async Task Clock_OfAnUnsignedRequest_SaysNothing()
    {
        await using var host = await WebhookHost.StartAsync();

        using var forged = await host.Client.SendAsync(SignedRequest.ServiceNow(host.Time.GetUtcNow().AddHours(-1), secret: "bm90IHRoZSBzZWNyZXQgYXQgYWxs"));

        forged.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await host.Health.ReadAsync(default)).Entries.Single(entry => entry.Name == "clock").State.ShouldBe(HealthState.Healthy);
    }

    [Fact]
    public async Task AnyFault_OneAnswer_NothingKeptButACounter()
    {
        await using var host = await WebhookHost.StartAsync();
        var now = $"{host.Time.GetUtcNow().ToUnixTimeSeconds()}";
        var good = SignedRequest.Signature(now, SignedRequest.Insert);
        HttpRequestMessage[] faulty =
        [
            SignedRequest.ServiceNow(now, null),
            SignedRequest.ServiceNow(null, good),
            SignedRequest.ServiceNow(now, ""),
            SignedRequest.ServiceNow(now, good["sha256=".Length..]),
            SignedRequest.ServiceNow(now, good.Replace("sha256", "sha1")),
            SignedRequest.ServiceNow(now, good[..^1]),
            SignedRequest.ServiceNow(now, good + "="),
            SignedRequest.ServiceNow(now, "sha256=" + new string('*', 44)),
            SignedRequest.ServiceNow(now, good, SignedRequest.Insert + " "),
            SignedRequest.ServiceNow($"{now}0000", good),
            SignedRequest.ServiceNow("yesterday", SignedRequest.Signature("yesterday", SignedRequest.Insert)),
            SignedRequest.ServiceNow($"-{now[1..]}", SignedRequest.Signature($"-{now[1..]}", SignedRequest.Insert)),
            SignedRequest.ServiceNow(now, null, "not json at all"),
        ];
        var answers = new HashSet<string>();
        foreach (var request in faulty)
        {
            using var response = await host.Client.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            answers.Add(string.Join('|', body.RootElement.EnumerateObject().Where(member => member.Name != "traceId").Select(member => $"{member.Name}={member.Value}")));
        }

        answers.Count.ShouldBe(1);
        host.Store.CountOf(Tables.Inbox).ShouldBe(0);
        host.Queue.Messages.ShouldBeEmpty();
        host.Telemetry.Total("refused").ShouldBe(faulty.Length);
    }

    [Fact]
    public async Task Secret_NotSet_503AndNothingIsRead()
    {
        await using var host = await WebhookHost.StartAsync(("Webhooks:ServiceNow:Secret", ""), ("Webhooks:ServiceNow:PreviousSecret", ""));

        using var response = await host.Client.SendAsync(SignedRequest.ServiceNow(host.Time.GetUtcNow()));

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("{", "body")]
    [InlineData("""{"event":"insert"}""", "sys_id")]
    public async Task Signed_WrongShape_400NamesTheField(string content, string field)
    {
        await using var host = await WebhookHost.StartAsync();

        using var response = await host.Client.SendAsync(SignedRequest.ServiceNow(host.Time.GetUtcNow(), content));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        body.RootElement.GetProperty("field").GetString().ShouldBe(field);
        host.Store.CountOf(Tables.Inbox).ShouldBe(0);
    }

    [Fact]
    public async Task Signed_TenThousandDeep_400AndTheNextIsAccepted()
    {
        await using var host = await WebhookHost.StartAsync();
        var deep = new string('[', 10_000) + new string(']', 10_000);

        using var response = await host.Client.SendAsync(SignedRequest.ServiceNow(host.Time.GetUtcNow(), $$"""{"event":{{deep}}}"""));
        using var next = await host.Client.SendAsync(SignedRequest.ServiceNow(host.Time.GetUtcNow()));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        next.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Duplicate_FiftyAtOnce_202AndOneStart()
    {
        await using var host = await WebhookHost.StartAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.Client.SendAsync(SignedRequest.ServiceNow(host.Time.GetUtcNow()))));

        responses.ShouldAllBe(response => response.StatusCode == HttpStatusCode.Accepted);
        host.Queue.Starts.Count.ShouldBe(1);
        host.Telemetry.Total("accepted").ShouldBe(1);
        host.Telemetry.Total("duplicate").ShouldBe(49);
    }

    [Fact]
    public async Task Store_Down_503ThenTheRepeatIsAccepted()
    {
        await using var host = await WebhookHost.StartAsync();
        host.Store.IsDown = true;
        using var down = await host.Client.SendAsync(SignedRequest.ServiceNow(host.Time.GetUtcNow()));
        host.Store.IsDown = false;

        using var again = await host.Client.SendAsync(SignedRequest.ServiceNow(host.Time.GetUtcNow()));

        down.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        down.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(30));
        again.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }
}
