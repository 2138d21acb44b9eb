using System.Net;
using System.Net.Http.Json;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Tests.Pages;

/// <summary>The simulator's pages show what there is, and never let through what somebody wrote.</summary>
public sealed class PageTests
{
    private const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;";

    [Theory]
    [InlineData("/", "People")]
    [InlineData("/users", "549 people")]
    [InlineData("/users?q=amy.poe", "Amy Poe")]
    [InlineData("/users?q=amy.poe&page=99", "1 person")]
    [InlineData("/users/{amy}", "LON-LT-0421")]
    [InlineData("/devices", "LON-")]
    [InlineData("/second-administrator", "Protected actions")]
    [InlineData("/groups", "Security approvers")]
    [InlineData("/tickets", "0 tickets")]
    [InlineData("/tickets/new", "amy.poe@contoso.example")]
    [InlineData("/teams", "0 messages")]
    [InlineData("/mail", "0 emails")]
    public async Task Page_Asked_IsPlainHtmlWithWhatThereIs(string path, string text)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        using var response = await simulator.Http.GetAsync(path.Replace("{amy}", KnownPeople.AmyPoe.Id, StringComparison.Ordinal));
        var page = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        page.ShouldContain(text);
        page.ShouldNotContain("<script");
    }

    [Theory]
    [InlineData("/users/nobody")]
    [InlineData("/devices/nothing")]
    [InlineData("/tickets/jira/1")]
    [InlineData("/tickets/nonsense/1")]
    [InlineData("/simulator/users/nobody")]
    [InlineData("/simulator/devices/nothing")]
    public async Task Page_OfNothing_Is404(string path)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        (await simulator.Http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("servicenow")]
    [InlineData("jira")]
    public async Task Ticket_HostileTexts_AreShownAsText(string system)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var place = await FiledAsync(simulator, system, Hostile);
        using var comment = await OwnForm.PostAsync(simulator, $"{place}/comments", ("text", Hostile + "\u202E"));
        comment.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        foreach (var path in new[] { place, "/tickets", $"/tickets?q={Uri.EscapeDataString(Hostile)}", "/" })
        {
            var page = await simulator.Http.GetStringAsync(path);
            page.ShouldNotContain("<script");
            page.ShouldNotContain("<img");
        }

        (await simulator.Http.GetStringAsync(place)).ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&gt;");
    }

    [Fact]
    public async Task Card_HostileTextsAndAddress_AreShownAsText()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await PostCardAsync(Hostile, "javascript:alert(1)");
        await PostCardAsync("Approve it", "http://127.0.0.1:7071/approvals/a?b=\"><script>");
        var page = await simulator.Http.GetStringAsync("/teams");
        page.ShouldContain("2 messages");
        page.ShouldNotContain("<script");
        page.ShouldNotContain("javascript:");
        page.ShouldContain("href=\"http://127.0.0.1:7071/approvals/a?");

        async Task PostCardAsync(string text, string url) => (await simulator.Http.PostAsJsonAsync(Simulator.Teams.SimulatedTeams.TriggerWithSignature, new
        {
            type = "message",
            attachments = new[]
            {
                new
                {
                    contentType = "application/vnd.microsoft.card.adaptive",
                    content = new { type = "AdaptiveCard", version = "1.4", body = new[] { new { type = "TextBlock", text } }, actions = new[] { new { type = "Action.OpenUrl", url } } },
                },
            },
        })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Account_AfterAChange_ShowsStateAndWhatHappened()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var amy = KnownPeople.AmyPoe.Id;
        (await simulator.CallAsync("PATCH", $"/users/{amy}", new { accountEnabled = false })).Status.ShouldBe(204);
        (await simulator.CallAsync("POST", $"/groups/{KnownGroups.Vpn}/members/$ref", Graph.OperationCalls.Reference(amy))).Status.ShouldBe(204);
        var page = await simulator.Http.GetStringAsync($"/users/{amy}");
        page.ShouldContain("Disabled");
        page.ShouldContain("VPN users");
        page.ShouldContain("PATCH /users/{user-id}");
        page.ShouldContain("POST /groups/{group-id}/members/$ref");
        var overview = await simulator.Http.GetStringAsync("/");
        overview.ShouldContain($"href=\"/users/{amy}\"");
        overview.ShouldContain($"href=\"/groups#{KnownGroups.Vpn}\"");
        var json = (await simulator.Http.GetFromJsonAsync<System.Text.Json.JsonElement>($"/simulator/users/{amy}"));
        json.GetProperty("user").GetProperty("accountEnabled").GetBoolean().ShouldBeFalse();
        json.GetProperty("groups").EnumerateArray().Select(group => group.GetString()).ShouldContain(KnownGroups.Vpn);
        json.GetProperty("effects").GetArrayLength().ShouldBe(2);
        var people = await simulator.Http.GetFromJsonAsync<List<System.Text.Json.JsonElement>>("/simulator/people");
        people!.Single(person => person.GetProperty("id").GetString() == amy).GetProperty("groups").EnumerateArray().Select(group => group.GetString()).ShouldContain(KnownGroups.Vpn);
    }

    [Fact]
    public async Task Device_AfterAnAction_ShowsProgressAndWhatHappened()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var device = simulator.Tenant.DevicesOf(KnownPeople.AmyPoe.Id)[0];
        (await simulator.CallAsync("POST", $"{Graph.OperationCalls.Devices}/{device.Id}/syncDevice")).Status.ShouldBe(204);
        (await simulator.Http.GetStringAsync($"/devices/{device.Id}")).ShouldContain(">Pending<");
        simulator.Time.Advance(TimeSpan.FromSeconds(5));
        var page = await simulator.Http.GetStringAsync($"/devices/{device.Id}");
        page.ShouldContain(">Done<");
        page.ShouldContain("{managedDevice-id}/syncDevice");
        (await simulator.Http.GetStringAsync($"/simulator/devices/{device.Id}")).ShouldNotContain("_outcome");
    }

    [Fact]
    public async Task Device_ThatHasLeftIntune_ShowsItsChanges()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var device = simulator.Tenant.DevicesOf(KnownPeople.AmyPoe.Id)[0];
        (await simulator.CallAsync("POST", $"{Graph.OperationCalls.Devices}/{device.Id}/wipe", new { keepUserData = false })).Status.ShouldBe(204);
        (await simulator.Http.GetStringAsync($"/devices/{device.Id}")).ShouldContain(">Wipe pending<");
        simulator.Time.Advance(TimeSpan.FromMinutes(5));
        var page = await simulator.Http.GetStringAsync($"/devices/{device.Id}");
        page.ShouldContain("Device no longer in Intune");
        page.ShouldContain("{managedDevice-id}/wipe");
    }

    internal static async Task<string> FiledAsync(RunningSimulator simulator, string system, string title)
    {
        using var filed = await OwnForm.PostAsync(simulator, "/tickets", ("system", system), ("requester", KnownPeople.AmyPoe.Mail!), ("title", title), ("text", title));
        filed.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await filed.Content.ReadAsStringAsync());
        return filed.Headers.Location!.OriginalString;
    }
}
