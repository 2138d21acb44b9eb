using System.Net;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Web.Home;
using Record = HelpDesk.Orchestrations.Foundation.Records.Record;

namespace HelpDesk.Web.Tests.Pages;

public sealed class OtherPageTests
{
    [Fact]
    public async Task KillSwitch_Operator_MovesItWithAReason()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.PostAsync("/kill-switch", ("to", "on"), ("reason", "Drill"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PostAsync("/kill-switch", ("to", "on"), ("sure", "yes"), ("reason", " "))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PostAsync("/kill-switch", ("to", "on"), ("sure", "yes"), ("reason", "Drill of the month"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        (await host.Get<KillSwitch>().IsOnAsync(default)).ShouldBeTrue();
        (await client.TextAsync("/")).ShouldContain("Drill of the month");
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", false)]
    [InlineData("100000", false)]
    [InlineData("100001", true)]
    [InlineData("2147483647", true)]
    [InlineData("0", true)]
    [InlineData("-1", true)]
    [InlineData("x", true)]
    public async Task Chain_PageOfAnyNumber_IsThatPageOrTheFirst(string page, bool isFirst)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        var text = await client.TextAsync($"/audit/{Scene.ApprovalCase}?page={page}");

        text.Contains("Ticket received", StringComparison.Ordinal).ShouldBe(isFirst);
        text.Contains("This page is empty", StringComparison.Ordinal).ShouldBe(!isFirst);
    }

    [Fact]
    public async Task KillSwitch_NoOperatorAnyMore_403()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        await client.TextAsync("/");
        host.Directory.Members.Clear();

        using var response = await client.PostAsync("/kill-switch", ("to", "on"), ("sure", "yes"), ("reason", "Drill of the month"));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await host.Get<KillSwitch>().IsOnAsync(default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Person_LinkOfThisCase_AsksOnPostOnly()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(null);
        var token = host.Get<PersonLinks>().TokenFor(new CaseId(Scene.ApprovalCase));
        await client.TextAsync($"/person/{Scene.ApprovalCase}?t={token}");
        (await host.Get<PersonRequests>().FindAsync(new CaseId(Scene.ApprovalCase), default)).ShouldBeNull();

        using var response = await client.PostAsync($"/person/{Scene.ApprovalCase}", ("t", token));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Get<PersonRequests>().FindAsync(new CaseId(Scene.ApprovalCase), default))!.By.ShouldBe("requester");
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("of-another-case")]
    public async Task Person_OtherToken_404AndNothingAsked(string token)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(null);
        var sent = token == "of-another-case" ? host.Get<PersonLinks>().TokenFor(new CaseId(Scene.HandOverCase)) : token;

        (await client.TextAsync($"/person/{Scene.ApprovalCase}?t={sent}", HttpStatusCode.NotFound)).ShouldNotContain("INC0010023");
        (await client.PostAsync($"/person/{Scene.ApprovalCase}", ("t", sent))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await host.Get<PersonRequests>().FindAsync(new CaseId(Scene.ApprovalCase), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Case_AskForAPerson_IsRecordedInTheViewersName()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Dora);

        (await client.PostAsync($"/cases/{Scene.ApprovalCase}/person")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        (await host.Get<PersonRequests>().FindAsync(new CaseId(Scene.ApprovalCase), default))!.By.ShouldBe($"person:{FakeDirectory.Dora.Id}");
    }

    [Theory]
    [InlineData("q=vienna", ">1 shown")]
    [InlineData("q=INC0010031", ">1 shown")]
    [InlineData("q=rita", ">25 shown")]
    [InlineData("state=WaitingForApproval", ">1 shown")]
    [InlineData("state=Nonsense", ">25 shown")]
    [InlineData("state=1", ">25 shown")]
    [InlineData("path=Automatic&intent=device.sync", ">20 shown")]
    [InlineData("q=zzzz", "No case matches.")]
    [InlineData("after=nonsense", ">25 shown")]
    [InlineData("after=0000000000000000000%7C%00", ">25 shown")]
    [InlineData("after=9999999999999999999%7Cz", "No case matches.")]
    public async Task Cases_Filter_ShowsWhatItTakes(string query, string text)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        (await client.TextAsync($"/cases?{query}")).ShouldContain(text);
    }

    [Fact]
    public async Task Audit_ChainEdited_SaysWhichEntry()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);
        (await client.TextAsync($"/audit/{Scene.ApprovalCase}")).ShouldContain("Verified: 8 entries");
        var partition = Tenant.Partition($"chain|{Scene.ApprovalCase}");
        var entries = new List<Record>();
        await foreach (var record in host.Store.QueryAsync(Tables.Audit, partition, "entry|", "entry}", default))
            entries.Add(record);
        var at = entries.FindIndex(entry => entry.Json.Contains("three steps", StringComparison.Ordinal));
        var edited = entries[at] with { Json = entries[at].Json.Replace("three steps", "two steps", StringComparison.Ordinal) };
        (await host.Store.ReplaceAsync(Tables.Audit, edited, default)).ShouldNotBeNull();

        var page = await client.TextAsync($"/audit/{Scene.ApprovalCase}");

        page.ShouldContain("Changed after it was written");
        page.ShouldContain($"entry {at + 1}");
    }

    [Fact]
    public async Task Runbooks_EveryOne_IsDrawn()
    {
        await using var host = await PagesHost.StartAsync(seeded: false);
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        foreach (var runbook in host.Get<RunbookLibrary>().All)
        {
            var page = await client.TextAsync($"/runbooks/{runbook.Id}");
            page.ShouldContain("<svg viewBox=\"0 0 340");
            foreach (var step in runbook.Steps)
                page.ShouldContain(step.Do);
        }
    }

    [Fact]
    public void Figures_OfADay_CountWhatHappenedOnIt()
    {
        var day = new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
        CaseRecord Case(CaseState state, CasePath path, int openedHour, int? closedHour, bool verified = true) => new()
        {
            CaseId = new CaseId("c"), Ticket = new("servicenow", "c", "INC1"), State = state, Path = path, Verified = verified,
            OpenedAt = day.AddHours(openedHour), UpdatedAt = day.AddHours(closedHour ?? openedHour), ClosedAt = closedHour is { } hour ? day.AddHours(hour) : null,
        };
        CaseOverviewLine[] Lines(params CaseRecord[] cases) => [.. cases.Select(CaseOverviewLine.Of)];

        var figures = DayFigures.Of(
            Lines(
                Case(CaseState.Resolved, CasePath.Automatic, 1, 2), Case(CaseState.Resolved, CasePath.Automatic, 1, 2, verified: false),
                Case(CaseState.Resolved, CasePath.Approval, -2, 3), Case(CaseState.Resolved, CasePath.Automatic, -5, -4),
                Case(CaseState.Escalated, CasePath.Refused, 4, 6), Case(CaseState.WaitingForHandOver, CasePath.Approval, -30, null)),
            day);

        figures.ShouldBe(new DayFigures(3, 1, 1, 0, 1, 1, 1, 0, TimeSpan.FromHours(1.5)));
    }
}
