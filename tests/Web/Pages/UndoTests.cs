using System.Net;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Web.Tests.Pages;

public sealed class UndoTests
{
    private const string Url = "/cases/" + UndoScene.Case;

    [Fact]
    public async Task Case_Operator_SeesWhatCanBeUndoneAndWhyTheRestCannot()
    {
        await using var host = await SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        var page = await client.TextAsync(Url);

        foreach (var part in new[] { "Takes the person out of 'Payroll' again.", "Request undo", "Undo of user.revoke-sessions", "/cases/" + UndoScene.Undo })
            page.ShouldContain(part);
    }

    [Fact]
    public async Task Case_WhoIsNoOperator_IsOfferedNoUndo()
    {
        await using var host = await SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        (await client.TextAsync(Url)).ShouldNotContain("Request undo");
    }

    [Fact]
    public async Task Post_Operator_StartsACaseOfItsOwn()
    {
        await using var host = await SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        using var response = await PostAsync(client, "access", "It was meant for her namesake.");

        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        response.Headers.Location!.OriginalString.ShouldBe($"/cases/{UndoScene.Case}-undo-2");
        host.Workflows.Started.ShouldContain(("undo", $"{UndoScene.Case}-undo-2"));
    }

    [Theory]
    [InlineData("signout", "It was meant for her namesake.", HttpStatusCode.Conflict)]
    [InlineData("nothing", "It was meant for her namesake.", HttpStatusCode.Conflict)]
    [InlineData("access", "", HttpStatusCode.Conflict)]
    public async Task Post_WhatCannotBeUndone_IsRefusedWithTheReason(string step, string reason, HttpStatusCode status)
    {
        await using var host = await SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        using var response = await PostAsync(client, step, reason);

        response.StatusCode.ShouldBe(status);
        host.Workflows.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_WhoIsNoOperator_403()
    {
        await using var host = await SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        using var response = await PostAsync(client, "access", "I want it.");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        host.Workflows.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Case_ThatWaitsForIntune_SaysWhereASecondAdministratorAgrees()
    {
        await using var host = await SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        const string where = "Multi Admin Approval";
        (await client.TextAsync("/cases/" + UndoScene.Case)).ShouldNotContain(where);
        await host.Get<CaseStore>().UpdateAsync(new CaseId(UndoScene.Case), before => before with { State = CaseState.WaitingForMultiAdminApproval, ClosedAt = null }, default);

        (await client.TextAsync("/cases/" + UndoScene.Case)).ShouldContain(where);
    }

    [Fact]
    public async Task Approval_OfAnUndo_ShowsBothStatesAndWhy()
    {
        await using var host = await SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        var page = await client.TextAsync("/approvals/" + UndoScene.Gate);

        foreach (var part in new[] { "What will be undone", "The person is a member of 'Payroll'.", "The person is no member of 'Payroll'.", "It was meant for her namesake.", "<strong>VPN access</strong><br>", UndoScene.Vpn, "value=\"approve\"" })
            page.ShouldContain(part);
        page.ShouldNotContain("Can be undone");
        (await client.TextAsync("/approvals")).ShouldContain("Undo: Access to an application or group");
    }

    [Fact]
    public async Task Undo_OfTheDay_IsNoTicketInTheFigures()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        var board = host.Get<CaseStore>().Board;
        var before = Home.DayFigures.Of(await LinesAsync(board), host.Time.GetUtcNow().AddDays(-1));

        await UndoScene.SeedAsync(host);

        // The finished ticket counts, its undo does not.
        Home.DayFigures.Of(await LinesAsync(board), host.Time.GetUtcNow().AddDays(-1)).Accepted.ShouldBe(before.Accepted + 1);
    }

    private static async Task<List<CaseOverviewLine>> LinesAsync(CaseOverview board)
    {
        var lines = new List<CaseOverviewLine>();
        await foreach (var (_, line) in board.ListAsync(default))
            lines.Add(line);
        return lines;
    }

    private static async Task<PagesHost> SeededAsync()
    {
        var host = await PagesHost.StartAsync();
        await UndoScene.SeedAsync(host);
        // What was asked for before is over.
        host.Workflows.Statuses.Add(new(UndoScene.Undo, "undo", WorkflowState.Completed, null, host.Time.GetUtcNow(), host.Time.GetUtcNow(), null, null, null));
        return host;
    }

    private static Task<HttpResponseMessage> PostAsync(PageClient client, string step, string reason) =>
        client.PostAsync($"{Url}/undo", ("step", step), ("reason", reason));
}
