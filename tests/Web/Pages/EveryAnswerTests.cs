using System.Net;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Web.Routing;

namespace HelpDesk.Web.Tests.Pages;

public sealed class EveryAnswerTests
{
    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/api/health/live")]
    [InlineData("GET", "/api/health/ready")]
    [InlineData("GET", "/nothing/here")]
    [InlineData("HEAD", "/approvals/gate-1")]
    [InlineData("OPTIONS", "/approvals/gate-1")]
    [InlineData("GET", "/kill-switch")]
    [InlineData("GET", "/sign-in/callback")]
    public async Task Headers_OfAnyAnswer_AreStrict(string method, string path)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        using var response = await client.SendAsync(new HttpMethod(method), path);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        response.Headers.GetValues("Cache-Control").ShouldBe(["no-store"]);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Method_NotOfTheRoute_405(string method)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        using var response = await client.SendAsync(new HttpMethod(method), "/approvals/gate-1");

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.Order().ShouldBe(["GET", "POST"]);
    }

    [Fact]
    public async Task Get_OfEveryPage_ChangesNothing()
    {
        await using var host = await PagesHost.StartAsync();
        using var ada = await host.SignedInAsync(FakeDirectory.Ada);
        using var dora = await host.SignedInAsync(FakeDirectory.Dora);
        var before = Snapshot(host);

        foreach (var route in host.Get<RouteTable>().All.Where(route => route.Method == "GET"))
        {
            foreach (var id in new[] { Scene.Gate, Scene.HandOver, Scene.ApprovalCase, Scene.HandOverCase, "device-lost", "none" })
            {
                using var one = await ada.GetAsync(route.Pattern.Replace("{id}", id, StringComparison.Ordinal));
                using var two = await dora.GetAsync(route.Pattern.Replace("{id}", id, StringComparison.Ordinal));
                ((int)one.StatusCode).ShouldBeLessThan(500, route.Pattern);
            }
        }

        Snapshot(host).ShouldBe(before);
        host.Workflows.Raised.ShouldBeEmpty();
        host.Mint.Made.ShouldBe(0);
    }

    [Fact]
    public async Task Post_WithoutToken_400AndNothingDone()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);
        host.Directory.Members.Add((FakeDirectory.Ada.Id, FakeDirectory.ItManagers));
        host.Time.Advance(TimeSpan.FromMinutes(2));
        var before = Snapshot(host);

        foreach (var route in host.Get<RouteTable>().All.Where(route => route.Method == "POST"))
        {
            using var response = await client.PostWithoutTokenAsync(
                route.Pattern.Replace("{id}", Scene.Gate, StringComparison.Ordinal), ("decision", "approve"), ("to", "on"), ("sure", "yes"), ("reason", "because"));
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, route.Pattern);
        }

        Snapshot(host).ShouldBe(before);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/cases")]
    [InlineData("/cases/" + Scene.HostileCase)]
    [InlineData("/cases/" + Scene.ApprovalCase)]
    [InlineData("/audit")]
    [InlineData("/cases?q=%3Cscript%3Ealert(9)%3C/script%3E&intent=%22%3E%3Cimg%20src=x%20onerror=alert(9)%3E")]
    public async Task Text_OfAnAttacker_IsText(string path)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        var html = await (await client.GetAsync(path)).Content.ReadAsStringAsync();

        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("javascript:");
    }

    [Fact]
    public async Task Health_StoreDown_503()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(null);
        var ready = await client.TextAsync("/api/health/ready");
        ready.ShouldStartWith("""{"status":"ready","checks":[""");
        foreach (var name in (string[])["audit-checkpoint", "clock", "engine", "store"])
            ready.ShouldContain($$"""{"name":"{{name}}","state":"healthy","advice":null}""");

        host.Store.IsDown = true;
        host.Time.Advance(HealthOverview.CountsFor);

        var down = await client.TextAsync("/api/health/ready", HttpStatusCode.ServiceUnavailable);
        down.ShouldStartWith("""{"status":"not-ready",""");
        down.ShouldContain("""{"name":"store","state":"unhealthy","advice":"The record store""");
        (await client.TextAsync("/api/health/live")).ShouldBe("""{"status":"live"}""");
    }

    private static string Snapshot(PagesHost host) => string.Join(',', Tables.All.Select(table => $"{table}={host.Store.CountOf(table)}"));
}
