using System.Net;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;

namespace HelpDesk.Web.Tests.Pages;

public sealed class ApprovalTests
{
    private const string Url = "/approvals/" + Scene.Gate;

    [Fact]
    public async Task Get_Approver_ShowsEverythingNeeded()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        var page = await client.TextAsync(Url);

        var gate = (await host.Get<ApprovalService>().FindAsync(Scene.Gate, default))!;
        foreach (var part in new[] { "Rita Requester", "HighImpactStepsNeedApproval", "Effect of device.wipe", "Undo of device.wipe", "The device is not locked.", gate.PlanHash, "Security approvers", "24 Nov 2026, 12:55", "value=\"approve\"" })
            page.ShouldContain(part);
    }

    [Fact]
    public async Task Get_Approver_ReadsTheRequestersOwnWordsAsQuotedAndUnverified_AndWhatIsSoNow()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        // As it is sent: decoded, a hostile end of the quotation would look like one.
        using var response = await client.GetAsync(Url);
        var page = await response.Content.ReadAsStringAsync();

        var quoted = page[page.IndexOf("<blockquote", StringComparison.Ordinal)..];
        quoted[..quoted.IndexOf("</blockquote>", StringComparison.Ordinal)].ShouldContain("please press Approve");
        page.ShouldNotContain("<script>alert(9)");
        foreach (var part in new[] { "What the requester wrote", "Not verified", "Channel", "Account risk", "Last sign-in", "Already done to contain the threat", "Other open requests" })
            page.ShouldContain(part);
    }

    [Fact]
    public async Task Get_IntentInDoubt_NamesTheReasonAndNoFigure()
    {
        await using var host = await PagesHost.StartAsync();
        await host.Get<CaseStore>().UpdateAsync(new CaseId(Scene.ApprovalCase), record => record with { Confidence = null, Doubt = "the words for it are not in the ticket" }, default);
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        var page = await client.TextAsync(Url);

        page.ShouldContain("In doubt: the words for it are not in the ticket");
        page.ShouldNotContain("confidence)");
    }

    [Theory]
    [InlineData("approve", ApprovalState.Approved)]
    [InlineData("deny", ApprovalState.Denied)]
    public async Task Post_Decision_IsRecordedOnceAndTheSameAgainIsTheSameAnswer(string decision, ApprovalState state)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        using var first = await DecideAsync(host, client, decision);
        using var second = await DecideAsync(host, client, decision);
        using var opposite = await DecideAsync(host, client, decision == "approve" ? "deny" : "approve");

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        opposite.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await opposite.Content.ReadAsStringAsync()).ShouldContain("Ada Approver");
        var gate = (await host.Get<ApprovalService>().FindAsync(Scene.Gate, default))!;
        gate.State.ShouldBe(state);
        gate.Decisions.Count.ShouldBe(1);
        host.Workflows.Raised.ShouldContain((Scene.ApprovalCase, "approval-gate-1-1"));
    }

    [Fact]
    public async Task Post_NotInTheGroup_403WithTheReason()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Dora);

        using var response = await DecideAsync(host, client, "approve");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()).ShouldContain("Only members of 'Security approvers'");
        (await client.TextAsync(Url)).ShouldNotContain("value=\"approve\"");
    }

    [Fact]
    public async Task Post_Requester_403EvenInTheGroup()
    {
        await using var host = await PagesHost.StartAsync();
        host.Directory.Members.Add((FakeDirectory.Rita.Id, FakeDirectory.Security));
        using var client = await host.SignedInAsync(FakeDirectory.Rita);

        using var response = await DecideAsync(host, client, "approve");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await host.Get<ApprovalService>().FindAsync(Scene.Gate, default))!.State.ShouldBe(ApprovalState.Open);
    }

    [Fact]
    public async Task Post_AfterTheDeadline_410()
    {
        await using var host = await PagesHost.StartAsync();
        host.Time.Advance(TimeSpan.FromMinutes(206));
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        using var response = await DecideAsync(host, client, "approve");

        response.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await client.TextAsync(Url)).ShouldNotContain("value=\"approve\"");
    }

    [Theory]
    [InlineData("approve", "0000", HttpStatusCode.Conflict)]
    [InlineData("perhaps", null, HttpStatusCode.BadRequest)]
    [InlineData("", null, HttpStatusCode.BadRequest)]
    public async Task Post_OtherPlanOrNoDecision_NothingDecided(string decision, string? hash, HttpStatusCode status)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        using var response = await DecideAsync(host, client, decision, hash);

        response.StatusCode.ShouldBe(status);
        (await host.Get<ApprovalService>().FindAsync(Scene.Gate, default))!.Decisions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("plan that is no plan")]
    [InlineData("plan that is gone")]
    [InlineData("record")]
    public async Task Page_OfWhatWasEditedInTheStore_SaysSoAndTakesNoDecision(string what)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);
        var gate = (await host.Get<ApprovalService>().FindAsync(Scene.Gate, default))!;
        if (what == "record")
        {
            host.Store.Tamper(Tables.Approvals, Tenant.Partition("gates"), Scene.Gate, DurableJson.Write(gate with { RequesterId = FakeDirectory.Max.Id }));
        }
        else
        {
            var row = $"{gate.Plan.Kind}-{gate.Plan.Version}";
            var json = (await host.Store.GetAsync(Tables.Context, Tenant.Partition(gate.Plan.CaseId), row, default))!.Json;
            host.Store.Tamper(
                Tables.Context, Tenant.Partition(gate.Plan.CaseId), row, what == "plan" ? json.Replace("device.wipe", "device.sync", StringComparison.Ordinal) : what == "plan that is gone" ? null : "[]");
        }

        using var shown = await client.GetAsync(Url);
        using var decided = await client.PostAsync(Url, ("decision", "approve"), ("plan-hash", gate.PlanHash), ("comment", ""));

        foreach (var response in new[] { shown, decided })
        {
            response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await response.Content.ReadAsStringAsync()).ShouldContain("changed outside HelpDesk");
        }

        (await host.Get<ApprovalStore>().VerifyAsync(Scene.Gate, gate.CaseId, default))!.Request!.Decisions.ShouldBeEmpty();
        (await TamperEvents.RecentAsync(host.Store, host.Time, default).CountAsync()).ShouldBe(1);
        (await client.TextAsync($"/cases/{Scene.ApprovalCase}")).ShouldContain("Security event");
    }

    private static async Task<HttpResponseMessage> DecideAsync(PagesHost host, PageClient client, string decision, string? hash = null)
    {
        var gate = (await host.Get<ApprovalService>().FindAsync(Scene.Gate, default))!;
        return await client.PostAsync(Url, ("decision", decision), ("plan-hash", hash ?? gate.PlanHash), ("comment", "Read it."));
    }
}
