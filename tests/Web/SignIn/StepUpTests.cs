using System.Net;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Web.SignIn;
using HelpDesk.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Web.Tests.SignIn;

/// <summary>Sessions on the server, accounts that may no longer act, and acts that want a fresh or a stronger sign-in.</summary>
public sealed class StepUpTests
{
    private const string Approval = "/approvals/" + Scene.Gate;

    [Fact]
    public async Task Cookie_AfterSignOut_OpensNothingThoughItIsSentAgain()
    {
        await using var host = await PagesHost.StartAsync();
        var cookies = new CookieKeeper(host.Address);
        using var browser = new HttpClient(cookies) { BaseAddress = host.Address };
        await SignInAsync(browser, FakeDirectory.Ada);
        var kept = cookies.Cookies["helpdesk-person"];
        await PostAsync(browser, "/cases", "/sign-out");

        cookies.Cookies["helpdesk-person"] = kept;

        (await browser.GetAsync("/cases")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("blocked")]
    [InlineData("guest")]
    [InlineData("revoked")]
    [InlineData("gone")]
    public async Task Decision_OfWhoMayNoLongerAct_IsRefusedWithTheReason(string change)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);
        await client.TextAsync(Approval);
        host.Directory.Standings[FakeDirectory.Ada.Id] = change switch
        {
            "blocked" => new SignInStanding(false, true, null),
            "guest" => new SignInStanding(true, false, null),
            "revoked" => new SignInStanding(true, true, host.Time.GetUtcNow().AddSeconds(5)),
            _ => null,
        };

        using var answer = await client.PostAsync(Approval, ("decision", "approve"), ("plan-hash", "x"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        using var ended = await client.GetAsync("/cases");
        ended.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await ended.Content.ReadAsStringAsync()).ShouldContain("Your session has ended");
        (await client.GetAsync("/cases")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "the session is over");
        host.Directory.Standings.Clear();
        (await client.GetAsync("/cases")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "and stays so");
    }

    [Theory]
    [InlineData("kill-switch")]
    [InlineData("bulk")]
    [InlineData("show")]
    [InlineData("approve")]
    public async Task Act_OfHighImpact_WantsAFreshSignIn(string act)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(act switch { "show" => FakeDirectory.Max, "approve" => FakeDirectory.Ada, _ => FakeDirectory.Otto });
        host.Time.Advance(TimeSpan.FromMinutes(16));

        using var answer = await (act switch
        {
            "kill-switch" => client.PostAsync("/kill-switch", ("to", "off"), ("reason", "All is well again"), ("sure", "yes")),
            "bulk" => client.PostAsync("/bulk", ("reason", "Laptops lost their sync"), ("runbook", "bulk-device-sync"), ("list", "person4@example.com"), ("form", "1")),
            "show" => client.PostAsync("/hand-overs/" + Scene.HandOver),
            _ => client.PostAsync(Approval, ("decision", "approve"), ("plan-hash", "x")),
        });

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("/sign-in?go=1&amp;step=high");
        host.Mint.Made.ShouldBe(0);
    }

    [Fact]
    public async Task KillSwitch_PutOn_IsNeverHeldUpByAnOldSignIn()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        host.Time.Advance(TimeSpan.FromHours(2));

        (await client.PostAsync("/kill-switch", ("to", "on"), ("reason", "Something is wrong"), ("sure", "yes"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Approval_OfAnImpactWhoseRuleIsOff_WantsNoFreshSignIn()
    {
        await using var host = await PagesHost.StartAsync(settings: ("SignIn:StepUp:High:MaxAge", "00:00:00"));
        using var client = await host.SignedInAsync(FakeDirectory.Max);
        host.Time.Advance(TimeSpan.FromHours(2));

        (await client.PostAsync("/hand-overs/" + Scene.HandOver)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.SeeOther)]
    [InlineData(false, HttpStatusCode.Unauthorized)]
    public async Task Provider_AskedToStepUp_GetsMaxAgeAndContextAndWhatItGrantsCounts(bool grants, HttpStatusCode status)
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var host = await PagesHost.StartAsync(
            change: services => services.RemoveAll<ISignInChoices>(),
            settings:
            [
                ("SignIn:Mode", "openid"), ("SignIn:Instance", provider.Address.AbsoluteUri), ("SignIn:TenantId", IdentityProvider.Tenant),
                ("SignIn:ClientId", IdentityProvider.Client), ("SignIn:ClientSecret", IdentityProvider.Secret),
                ("SignIn:StepUp:High:MaxAge", "00:05:00"), ("SignIn:StepUp:High:Context", "c1"),
            ]);
        host.Time.SetUtcNow(DateTimeOffset.UtcNow);
        (provider.ProvedAt, provider.GrantsContexts) = (DateTimeOffset.UtcNow.AddHours(-1), grants);
        using var browser = new HttpClient(new CookieKeeper(host.Address)) { BaseAddress = host.Address };
        await ThroughAsync(browser, "/sign-in?go=1&return=%2F");
        (await SwitchAsync(browser)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "an hour old and without the context");

        await ThroughAsync(browser, "/sign-in?go=1&step=high&return=%2F");

        provider.Asked["prompt"].ShouldBe("login");
        provider.Asked["max_age"].ShouldBe("300");
        provider.Asked["claims"].ShouldContain("\"value\":\"c1\"");
        (await SwitchAsync(browser)).StatusCode.ShouldBe(status);

        static Task<HttpResponseMessage> SwitchAsync(HttpClient browser) => PostAsync(browser, "/", "/kill-switch", ("to", "off"), ("reason", "All is well again"), ("sure", "yes"));
    }

    private static async Task ThroughAsync(HttpClient browser, string address)
    {
        using var challenge = await browser.GetAsync(address);
        using var provider = await browser.GetAsync(challenge.Headers.Location);
        using var back = await browser.GetAsync(provider.Headers.Location);
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser, Person person) => PostAsync(browser, "/sign-in", "/sign-in", ("person", person.Id), ("return", "/"));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string target, params (string Name, string Value)[] fields)
    {
        var shown = await browser.GetStringAsync(page);
        var form = fields.ToDictionary(field => field.Name, field => field.Value);
        form["form-token"] = shown.Split("name=\"form-token\" value=\"")[1].Split('"')[0];
        using var content = new FormUrlEncodedContent(form);
        return await browser.PostAsync(target, content);
    }
}
