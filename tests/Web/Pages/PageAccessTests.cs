using System.Net;
using HelpDesk.Web.Requests;
using HelpDesk.Web.SignIn;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.Tests.Pages;

public sealed class PageAccessTests
{
    public static TheoryData<string> SignedInPages { get; } =
        ["/", "/cases", "/cases/servicenow-a1", "/approvals", "/approvals/gate-1", "/hand-overs/servicenow-b1-pass", "/runbooks", "/runbooks/device-lost", "/remediations", "/remediations/device.wipe", "/audit", "/audit/servicenow-a1",
            "/operations", "/operations/dead-letters", "/bulk", "/bulk/bulk-20261124-aaaaa1"];

    [Theory]
    [MemberData(nameof(SignedInPages))]
    public async Task Page_NobodySignedIn_LeadsToSignIn(string path)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(null);

        using var response = await client.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldStartWith("/sign-in");
    }

    [Theory]
    [InlineData("/cases", HttpStatusCode.Forbidden)]
    [InlineData("/cases/servicenow-a1", HttpStatusCode.Forbidden)]
    [InlineData("/runbooks", HttpStatusCode.Forbidden)]
    [InlineData("/audit", HttpStatusCode.Forbidden)]
    [InlineData("/bulk", HttpStatusCode.Forbidden)]
    [InlineData("/approvals/gate-1", HttpStatusCode.Forbidden)]
    [InlineData("/hand-overs/servicenow-b1-pass", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.OK)]
    public async Task Page_ManagerInNoGroup_OnlyWhatConcernsThem(string path, HttpStatusCode status)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Max);

        await client.TextAsync(path, status);
    }

    [Fact]
    public async Task Home_ManagerInNoGroup_ShowsTheirHandOverAndNoApproval()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Max);

        var text = await client.TextAsync("/");

        text.ShouldContain("/hand-overs/servicenow-b1-pass");
        text.ShouldNotContain("/approvals/gate-1");
    }

    [Fact]
    public async Task Realm_OfTheCookieIsAnother_IsNobody()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);
        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);

        host.Get<IOptions<SignInOptions>>().Value.Mode = "openid";

        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Session_LongerThanItsLength_IsOver()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        host.Time.Advance(TimeSpan.FromHours(8) + TimeSpan.FromSeconds(1));

        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Directory_Down_503AndNothingShown()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);
        host.Directory.IsDown = true;

        (await client.TextAsync("/cases", HttpStatusCode.ServiceUnavailable)).ShouldNotContain("INC0010023");
    }

    [Theory]
    [InlineData("simulated", false, "SignIn:Mode is 'simulated'")]
    [InlineData("openid", false, "SignIn:TenantId")]
    [InlineData("openid", true, "tenant is simulated")]
    [InlineData("", true, "SignIn:Mode must be")]
    public async Task SignIn_ModeAndTenantDisagree_StartIsRefused(string mode, bool hasSimulatedPeople, string fault)
    {
        var start = () => PagesHost.StartAsync(
            seeded: false,
            services => { if (!hasSimulatedPeople) services.RemoveAll<ISignInChoices>(); },
            ("SignIn:Mode", mode));

        (await Should.ThrowAsync<OptionsValidationException>(start)).Message.ShouldContain(fault);
    }

    [Theory]
    [InlineData("/cases?page=2", "/cases?page=2")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("", "/")]
    [InlineData("/cases?q=Zürich", "/cases?q=Z%C3%BCrich")]
    [InlineData("/日本?x=\"1\" 2", "/%E6%97%A5%E6%9C%AC?x=%221%22%202")]
    [InlineData("/cases?q=caf%C3%A9&state=Resolved", "/cases?q=caf%C3%A9&state=Resolved")]
    [InlineData("/.//evil.example", "/")]
    [InlineData("/cases//evil.example", "/")]
    [InlineData("/cases?next=//evil.example", "/cases?next=//evil.example")]
    [InlineData("/\u2028/evil.example", "/%E2%80%A8/evil.example")]
    [InlineData("/\u0085/evil.example", "/")]
    public async Task Return_AnythingButAPathOfOurs_IsTheFirstPage(string wanted, string expected)
    {
        LocalUrl.Or(wanted).ShouldBe(expected);
        await using var host = await PagesHost.StartAsync(seeded: false);
        using var client = await host.SignedInAsync(null);

        using var response = await client.PostAsync("/sign-in", ("person", FakeDirectory.Ada.Id), ("return", wanted));

        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        response.Headers.Location!.OriginalString.ShouldBe(expected);
    }

    [Fact]
    public void Return_WithHalfACharacter_IsStillAnAddress() => LocalUrl.Or("/cases?q=\ud83d").ShouldBe("/cases?q=%EF%BF%BD");

    [Fact]
    public void Return_ThatGrowsBeyondTheLimit_IsTheFirstPage() => LocalUrl.Or($"/{new string('日', 700)}").ShouldBe("/");

    [Theory]
    [InlineData("/cases/@")]
    [InlineData("/audit/@")]
    [InlineData("/approvals/@")]
    [InlineData("/hand-overs/@")]
    [InlineData("/bulk/@")]
    [InlineData("/my/@")]
    [InlineData("/runbooks/@")]
    [InlineData("/operations/dead-letters/@")]
    public async Task Id_ThatNoStoreCouldKeep_Is404(string path)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        foreach (var id in (string[])[new('x', 401), new('.', 120), string.Concat(Enumerable.Repeat("%3F", 120)), "%20", "%F0%9F%98%80", "%C2%85"])
            await client.TextAsync(path.Replace("@", id, StringComparison.Ordinal), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Form_InAnOutlawedCharacterSet_400()
    {
        await using var host = await PagesHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var form = new StringContent("form-token=x");
        form.Headers.ContentType = new("application/x-www-form-urlencoded") { CharSet = "utf-7" };

        using var response = await http.PostAsync("/sign-out", form);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
