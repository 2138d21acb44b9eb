using System.Net;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Web.Tests.Pages;

public sealed class BulkTests
{
    private static readonly (string, string)[] Form = [("form", "one"), ("runbook", "bulk-sign-in-repair"), ("reason", "Outage of this morning"), ("list", "person4@example.com")];

    [Fact]
    public async Task Start_ByAnOperator_LeadsToTheRun()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        using var started = await client.PostAsync("/bulk", Form);
        using var again = await client.PostAsync("/bulk", Form);

        started.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        again.Headers.Location.ShouldBe(started.Headers.Location, "pressing twice starts one run");
        var run = await host.Get<BulkRuns>().NewestAsync(default).SingleAsync();
        (run.LineCount, run.Phase, run.Started.PersonId).ShouldBe((1, BulkPhase.Reading, FakeDirectory.Otto.Id));
        (await client.TextAsync(started.Headers.Location!.OriginalString)).ShouldContain("0 of 1 lines checked");
        (await client.TextAsync("/bulk")).ShouldContain(run.Number);
    }

    [Theory]
    [InlineData("runbook", "device-stolen", "Choose a runbook")]
    [InlineData("runbook", "no-such", "Choose a runbook")]
    [InlineData("list", "  \r\n ", "The list is empty")]
    [InlineData("reason", "x", "Enter a reason")]
    public async Task Start_WithoutWhatItNeeds_400AndNothingStarted(string field, string value, string title)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        using var response = await client.PostAsync("/bulk", [.. Form.Where(one => one.Item1 != field), (field, value)]);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain(title);
        (await host.Get<BulkRuns>().NewestAsync(default).AnyAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData(2_000, HttpStatusCode.SeeOther)]
    [InlineData(2_001, HttpStatusCode.BadRequest)]
    public async Task Start_ListAtItsLimit_IsTakenOrRefusedWhole(int lines, HttpStatusCode status)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        var list = string.Join("\r\n", Enumerable.Range(0, lines).Select(line => $"firstname.lastname-of-some-length.{line}@example.com"));

        using var response = await client.PostAsync("/bulk", [.. Form.Where(one => one.Item1 != "list"), ("list", list)]);

        response.StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("/bulk")]
    [InlineData($"/bulk/{BulkScene.Review}/ask")]
    [InlineData($"/bulk/{BulkScene.Review}/discard")]
    [InlineData($"/bulk/{BulkScene.Running}/stop")]
    [InlineData($"/bulk/{BulkScene.Ended}/again")]
    [InlineData($"/bulk/{BulkScene.Ended}/undo")]
    public async Task Post_NoOperatorAnyMore_403AndNothingDone(string path)
    {
        await using var host = await PagesHost.StartAsync();
        await BulkScene.SeedAsync(host);
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        await client.TextAsync("/bulk");
        host.Directory.Members.Clear();

        using var response = await client.PostAsync(path, Form);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await host.Get<BulkRuns>().NewestAsync(default).CountAsync()).ShouldBe(7);
        (await host.Get<BulkRuns>().GetAsync(new CaseId(BulkScene.Running), default)).Stopped.ShouldBeNull();
    }

    [Fact]
    public async Task Viewer_NoOperator_SeesTheRunAndNoButton()
    {
        await using var host = await PagesHost.StartAsync();
        await BulkScene.SeedAsync(host);
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        var page = await client.TextAsync($"/bulk/{BulkScene.Running}");

        page.ShouldContain("Progress");
        page.ShouldNotContain("Stop this run");
        (await client.TextAsync("/bulk")).ShouldNotContain("Check the list");
        using var refused = await client.PostAsync($"/bulk/{BulkScene.Running}/stop", ("reason", "Because I can"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Ask_TheListThatWasShown_IsNotedAndAnotherIsAConflict()
    {
        await using var host = await PagesHost.StartAsync();
        await BulkScene.SeedAsync(host);
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        var hash = (await host.Get<BulkRuns>().GetAsync(new CaseId(BulkScene.Review), default)).List!.Version;

        using var other = await client.PostAsync($"/bulk/{BulkScene.Review}/ask", ("list-hash", new string('a', 64)));
        using var shown = await client.PostAsync($"/bulk/{BulkScene.Review}/ask", ("list-hash", hash));

        (other.StatusCode, shown.StatusCode).ShouldBe((HttpStatusCode.Conflict, HttpStatusCode.SeeOther));
        (await host.Get<BulkRuns>().GetAsync(new CaseId(BulkScene.Review), default)).Asked.ShouldNotBeNull().PersonId.ShouldBe(FakeDirectory.Otto.Id);
    }

    [Fact]
    public async Task Stop_WithAReason_IsNotedOnceAndRecorded()
    {
        await using var host = await PagesHost.StartAsync();
        await BulkScene.SeedAsync(host);
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        using var stopped = await client.PostAsync($"/bulk/{BulkScene.Running}/stop", ("reason", "It is the wrong list"));

        stopped.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await client.TextAsync($"/bulk/{BulkScene.Running}")).ShouldContain("It is the wrong list");
        (await client.TextAsync($"/audit/{BulkScene.Running}", HttpStatusCode.OK)).ShouldContain("nothing new begins");
        using var late = await client.PostAsync($"/bulk/{BulkScene.Ended}/stop", ("reason", "It is the wrong list"));
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Page_OfARun_CountsWavesAndShowsFailuresNotAllRows()
    {
        await using var host = await PagesHost.StartAsync();
        await BulkScene.SeedAsync(host);
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        var page = await client.TextAsync($"/bulk/{BulkScene.Running}");

        page.ShouldContain("206 of 500 ended");
        page.ShouldContain("Failed and undone");
        page.ShouldNotContain("wilhelmina.van.der.achternaam1@");
        (await client.TextAsync($"/bulk/{BulkScene.Running}?show=list&page=10")).ShouldContain("wilhelmina.van.der.achternaam499@");
        (await client.TextAsync($"/bulk/{BulkScene.Running}?show=list&page=11")).ShouldContain("This table is empty.");
        using var raw = await client.GetAsync($"/bulk/{BulkScene.Review}?show=refused");
        (await raw.Content.ReadAsStringAsync()).ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task Case_OfARun_LeadsToItsPage()
    {
        await using var host = await PagesHost.StartAsync();
        await host.Get<HelpDesk.Orchestrations.Ledger.Cases.CaseStore>().OpenAsync(new("bulk", "20261124-aaaaa1", "BULK-1"), host.Time.GetUtcNow(), default);
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        using var response = await client.GetAsync("/cases/bulk-20261124-aaaaa1");

        response.Headers.Location.ShouldNotBeNull().OriginalString.ShouldBe("/bulk/bulk-20261124-aaaaa1");
        using var person = await client.PostAsync("/cases/bulk-20261124-aaaaa1/person");
        person.StatusCode.ShouldBe(HttpStatusCode.NotFound, "its own stop button stops it");
    }

    [Fact]
    public async Task Undo_OfARunThatEnded_SaysWhatStaysAndStartsARunOfItsOwnOnce()
    {
        await using var host = await PagesHost.StartAsync();
        await BulkScene.SeedAsync(host);
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        var page = await client.TextAsync($"/bulk/{BulkScene.Ended}");
        page.ShouldContain("Undo this run");
        page.ShouldContain("Stays");
        using var asked = await client.PostAsync($"/bulk/{BulkScene.Ended}/undo", ("form", "one"), ("reason", "It was the wrong list"));
        using var again = await client.PostAsync($"/bulk/{BulkScene.Ended}/undo", ("form", "two"), ("reason", "It was the wrong list"));

        (asked.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.SeeOther, HttpStatusCode.Conflict));
        (await again.Content.ReadAsStringAsync()).ShouldContain("is under way");
        var undo = await host.Get<BulkRuns>().NewestAsync(default).FirstAsync();
        (undo.Undoes, undo.Phase, undo.Started.Reason).ShouldBe((new CaseId(BulkScene.Ended), BulkPhase.Reading, "It was the wrong list"));
        asked.Headers.Location!.OriginalString.ShouldBe($"/bulk/{undo.CaseId}");
        (await client.TextAsync($"/bulk/{undo.CaseId}")).ShouldContain("Undo: ");
        (await client.TextAsync($"/audit/{BulkScene.Ended}")).ShouldContain("An operator asked for the undo of this run.");
    }

    [Fact]
    public async Task Undo_ThatIsUnderWay_IsShownInsteadOfTheButton()
    {
        await using var host = await PagesHost.StartAsync();
        await BulkScene.SeedAsync(host);
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        var page = await client.TextAsync($"/bulk/{BulkUndoScene.Origin}");
        page.ShouldContain("Its undo is under way");
        page.ShouldNotContain("Undo this run");
        var undo = await client.TextAsync($"/bulk/{BulkUndoScene.Undo}");
        undo.ShouldContain("Sign-in is blocked again.");
        undo.ShouldContain("Not undone.");
    }

    [Fact]
    public async Task Start_WithAGroup_ItsPeopleAreTheLinesAndThePageNamesIt()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        using var started = await client.PostAsync("/bulk", [.. Form.Where(field => field.Item1 != "list"), ("list", " "), ("group", "Sales team")]);

        started.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var run = await host.Get<BulkRuns>().NewestAsync(default).SingleAsync();
        (run.LineCount, run.Group!.Id).ShouldBe((2, new GroupId(FakeDirectory.Sales)));
        var page = await client.TextAsync(started.Headers.Location!.OriginalString);
        page.ShouldContain(FakeDirectory.Sales);
        using var raw = await client.GetAsync(started.Headers.Location!.OriginalString);
        (await raw.Content.ReadAsStringAsync()).ShouldNotContain("<b>team");
    }

    [Theory]
    [InlineData("Nowhere", "", "This group can't be used", "No group has exactly")]
    [InlineData("Sales team", "person4@example.com", "Enter a list or a group", "not both")]
    public async Task Start_WithAGroupThatCannotBe_400AndSaysWhy(string group, string list, string title, string why)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        using var response = await client.PostAsync("/bulk", [.. Form.Where(field => field.Item1 != "list"), ("list", list), ("group", group)]);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var body = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        body.ShouldContain(title);
        body.ShouldContain(why);
        (await host.Get<BulkRuns>().NewestAsync(default).AnyAsync()).ShouldBeFalse();
    }
}
