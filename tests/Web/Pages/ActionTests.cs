using System.Net;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>Steps of the runbook on the page of a case: one press each, for operators.</summary>
public sealed class ActionTests
{
    private const string Url = "/cases/" + ActionPageScene.Case;
    private const string Button = "Title of device.sync: LON-LT-0421";

    [Fact]
    public async Task Operator_SeesTheStepsThatFit_AndStartsOneOnce()
    {
        await using var host = await ActionPageScene.SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.TextAsync(Url)).ShouldContain(Button);
        for (var press = 0; press < 2; press++)
        {
            using var answer = await PressAsync(client);
            (answer.StatusCode, answer.Headers.Location?.OriginalString).ShouldBe((HttpStatusCode.SeeOther, $"{Url}#actions"));
        }

        var (workflow, instance) = host.Workflows.Started.ShouldHaveSingleItem();
        (workflow, instance.StartsWith($"{ActionPageScene.Case}-action-", StringComparison.Ordinal)).ShouldBe(("action", true));
        var entry = (await host.Get<IAuditLog>().ReadAsync(new CaseId(ActionPageScene.Case), default).ToListAsync()).Last().Event;
        (entry.Actor, entry.Facts["step"], entry.Facts["device"]).ShouldBe(($"person:{FakeDirectory.Otto.Id}", "sync", FakeDirectory.Laptop));
        (await client.TextAsync(Url)).ShouldContain("Otto Operator");
    }

    [Fact]
    public async Task WhoIsNoOperator_IsOfferedNothingAndMayPressNothing()
    {
        await using var host = await ActionPageScene.SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        (await client.TextAsync(Url)).ShouldNotContain(Button);
        (await PressAsync(client)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.Workflows.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task WhoLeftTheOperators_AMomentAgo_MayPressNothing()
    {
        await using var host = await ActionPageScene.SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        (await client.TextAsync(Url)).ShouldContain(Button);
        host.Directory.Members.Remove((FakeDirectory.Otto.Id, FakeDirectory.ItManagers));

        (await PressAsync(client)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.Workflows.Started.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sync", "", "1", "isn't offered")]
    [InlineData("wipe", FakeDirectory.Laptop, "1", "isn't offered")]
    [InlineData("sync", "40000000-0000-4000-8000-000000000099", "1", "isn't offered")]
    [InlineData("sync", FakeDirectory.Laptop, "9", "out of date")]
    [InlineData("sync", FakeDirectory.Laptop, "-1", "out of date")]
    [InlineData("sync", FakeDirectory.Laptop, "<script>", "out of date")]
    public async Task Press_OfWhatThePageDoesNotOffer_IsRefusedInAPlainSentence(string step, string device, string number, string why)
    {
        await using var host = await ActionPageScene.SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        using var answer = await client.PostAsync($"{Url}/action", ("step", step), ("device", device), ("number", number));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain(why);
        host.Workflows.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Device_ThatHasAnotherOwnerNow_IsNotOffered()
    {
        await using var host = await ActionPageScene.SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        host.Directory.LaptopOwner = FakeDirectory.Max.Id;

        (await client.TextAsync(Url)).ShouldNotContain(Button);
        (await PressAsync(client)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        host.Workflows.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Operator_WhoseOwnTicketItIs_IsTold_ThatAColleagueMustPress()
    {
        await using var host = await ActionPageScene.SeededAsync(FakeDirectory.Otto);
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.TextAsync(Url)).ShouldContain("A colleague must have it done");
        (await PressAsync(client)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        host.Workflows.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task DirectoryDown_ThePageIsShownAndSaysSo()
    {
        await using var host = await ActionPageScene.SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        (await client.TextAsync(Url)).ShouldContain(Button);
        host.Directory.IsDown = true;

        (await client.TextAsync(Url)).ShouldContain("can't be read now");
    }

    [Theory]
    [InlineData(CaseState.Resolved, "The case is closed")]
    [InlineData(CaseState.Working, "Automation is working on this case")]
    public async Task Case_ThatNoPersonHas_OffersNothingAndSaysWhy(CaseState state, string why)
    {
        await using var host = await ActionPageScene.SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        await host.Get<CaseStore>().UpdateAsync(new CaseId(ActionPageScene.Case), record => record with { State = state }, default);

        (await client.TextAsync(Url)).ShouldContain(why);
        (await PressAsync(client)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Case_WhoseChainHoldsNothingSigned_OffersNothing()
    {
        await using var host = await AssistPanelTests.SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.TextAsync(Url)).ShouldContain("does not hold, signed");
        (await PressAsync(client)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task WhatWasPressed_IsShownWithItsResultAndItsUndo()
    {
        await using var host = await ActionPageScene.SeededAsync();
        await ActionPageScene.PressedAsync(host);
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        var page = await client.TextAsync(Url);

        foreach (var part in new[] { "Done and verified", "Sign-in is blocked.", "Not done", "Change freeze 'year-end'", "Otto Operator", $"/cases/{ActionPageScene.Done}/undo", "Same matter as", "INC0010055", "LON-LT-0421" })
            page.ShouldContain(part);
        using var undo = await client.PostAsync($"/cases/{ActionPageScene.Done}/undo", ("step", "disable"), ("reason", "It was the wrong account."));
        undo.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        host.Workflows.Started.ShouldContain(("undo", $"{ActionPageScene.Done}-undo-1"));
        (await client.TextAsync($"/cases/{ActionPageScene.Done}")).ShouldContain("the case of the ticket");
    }

    [Fact]
    public async Task Action_OfTheDay_IsNoTicketInTheFigures()
    {
        await using var host = await ActionPageScene.SeededAsync();
        var before = await FiguresAsync(host);

        await ActionPageScene.PressedAsync(host);

        (await FiguresAsync(host)).Accepted.ShouldBe(before.Accepted);
    }

    private static async Task<Home.DayFigures> FiguresAsync(PagesHost host)
    {
        var lines = new List<CaseOverviewLine>();
        await foreach (var (_, line) in host.Get<CaseStore>().Board.ListAsync(default))
            lines.Add(line);
        return Home.DayFigures.Of(lines, host.Time.GetUtcNow().AddDays(-1));
    }

    private static Task<HttpResponseMessage> PressAsync(PageClient client) => client.PostAsync($"{Url}/action", ("step", "sync"), ("device", FakeDirectory.Laptop), ("number", "1"));
}
