using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Domain.RemoteSessions;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Syncing;
using HelpDesk.Orchestrations.Stages.RemoteSessions;
using HelpDesk.Orchestrations.Tests.Knowledge;
using HelpDesk.Orchestrations.Tests.RemoteSessions;
using HelpDesk.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HelpDesk.Web.Tests.Browser;

/// <summary>The pages that technicians work with, and the requester's page of a remote session, at two widths and in two schemes.</summary>
[Collection(BrowserGroup.Name)]
public sealed class TechnicianLookTests(BrowserFixture fixture)
{
    private const string LongName = "LON-LT-0421 of the reception on the ground floor, shared by the early and the late shift";

    [Fact]
    public async Task Case_WithStepsToPressAndWhatWasPressed_IsClean()
    {
        await using var host = await ActionPageScene.SeededAsync();
        await using var watched = await WatchedPage.OpenAsync(fixture.Browser, host.Address);
        await watched.SignInAsync(FakeDirectory.Otto);
        await watched.Page.GotoAsync($"/cases/{ActionPageScene.Case}");
        (await PageLook.FaultsAsync(watched.Page, "case-actions")).ShouldBeEmpty();

        await ActionPageScene.PressedAsync(host);
        await watched.Page.GotoAsync($"/cases/{ActionPageScene.Case}");
        await watched.Page.Locator("section[aria-labelledby=actions] details summary").First.ClickAsync();
        (await PageLook.FaultsAsync(watched.Page, "case-actions-pressed")).ShouldBeEmpty();
        await watched.Page.GotoAsync($"/cases/{ActionPageScene.Done}");
        (await PageLook.FaultsAsync(watched.Page, "action-case")).ShouldBeEmpty();
        await watched.Page.GotoAsync($"/knowledge/graph/Ticket?of={ActionPageScene.Case}");
        (await PageLook.FaultsAsync(watched.Page, "graph")).ShouldBeEmpty();
        watched.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Step_PressedInABrowser_StartsOnceAndIsOnThePage()
    {
        await using var host = await ActionPageScene.SeededAsync();
        await using var watched = await WatchedPage.OpenAsync(fixture.Browser, host.Address);
        await watched.SignInAsync(FakeDirectory.Otto);
        await watched.Page.GotoAsync($"/cases/{ActionPageScene.Case}");

        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "LON-LT-0421" }).ClickAsync();

        await watched.Page.GetByRole(AriaRole.Heading, new() { Name = "What was pressed" }).WaitForAsync();
        host.Workflows.Started.ShouldHaveSingleItem().Workflow.ShouldBe("action");
        watched.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Knowledge_WithSourcesGapsAndArticlesToCheck_IsClean()
    {
        var source = new FakeSource("wiki")
            .With("1", "Draw on the whiteboard together in a Teams meeting", "In the meeting choose Share and then Microsoft Whiteboard.", article => article with { Tags = ["teams"], Owner = "Workplace" })
            .With("2", "A very long title about printers with pull printing, badges, guest printing and what to do when a badge is not recognised at a device", "Hold the badge longer.", article => article with
            {
                Owner = "Print services team of the whole group",
                Warnings = ["Hidden text was left out.", "A sentence that addresses an assistant was left out."],
                ValidUntil = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero),
            });
        await using var host = await PagesHost.StartAsync(change: services => services.AddSingleton<IKnowledgeSource>(source).AddSingleton<IPassageIndex>(new MemoryIndex()));
        await host.Get<KnowledgeSync>().RunAsync(default);
        await host.Get<KnowledgeGaps>().NoteAsync(new CaseId(Scene.ApprovalCase), ["teams", "webinar"], "How do I plan a webinar with a registration form, and who may see who registered?", default);
        await host.Get<KnowledgeGraph>().LinkAsync(new GraphNode(GraphNodeKind.Ticket, Scene.ApprovalCase, "INC0010023"), GraphRelation.About, new GraphNode(GraphNodeKind.Device, FakeDirectory.Laptop, LongName), default);
        await using var watched = await WatchedPage.OpenAsync(fixture.Browser, host.Address);
        await watched.SignInAsync(FakeDirectory.Otto);

        foreach (var (name, path) in new[] { ("knowledge", "/knowledge"), ("article", $"/knowledge/article?key={Uri.EscapeDataString(ArticleKey.Of("wiki", "2"))}"), ("graph-device", $"/knowledge/graph/Device?of={FakeDirectory.Laptop}") })
        {
            await watched.Page.GotoAsync(path);
            (await watched.Page.Locator("h1").TextContentAsync()).ShouldNotBe("Article not found");
            (await PageLook.FaultsAsync(watched.Page, name)).ShouldBeEmpty();
        }

        watched.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task RemoteSession_OnBothSides_IsClean()
    {
        await using var host = await PagesHost.StartAsync(change: static services => services.AddSingleton<IRemoteSupport>(new FakeRemoteTool("viewer", "TeamViewer")).AddSingleton<IRemoteSupport>(new FakeRemoteTool("desk", "AnyDesk", isLinkOnly: true)));
        host.Directory.Members.Add((FakeDirectory.Otto.Id, FakeDirectory.ServiceDesk));
        await using var technician = await WatchedPage.OpenAsync(fixture.Browser, host.Address);
        await technician.SignInAsync(FakeDirectory.Otto);
        await technician.Page.GotoAsync($"/cases/{Scene.ApprovalCase}/remote");
        (await PageLook.FaultsAsync(technician.Page, "remote-ask")).ShouldBeEmpty();
        var sessions = host.Get<RemoteSessionStore>();
        var asked = new RemoteSession(sessions.NewId(new CaseId(Scene.ApprovalCase), FakeDirectory.Otto.Id), new CaseId(Scene.ApprovalCase), "viewer", FakeDirectory.Otto.Id, FakeDirectory.Otto.DisplayName, host.Time.GetUtcNow()) { Ticket = "INC0010023" };
        await sessions.AddAsync(asked, default);
        await technician.Page.GotoAsync($"/cases/{Scene.ApprovalCase}/remote");
        (await PageLook.FaultsAsync(technician.Page, "remote-asked")).ShouldBeEmpty();

        await using var requester = await WatchedPage.OpenAsync(fixture.Browser, host.Address);
        foreach (var language in new[] { "en", "de", "fr" })
        {
            await requester.Page.GotoAsync($"{sessions.PageFor(asked).PathAndQuery}&lang={language}");
            (await PageLook.FaultsAsync(requester.Page, $"remote-consent-{language}")).ShouldBeEmpty();
        }

        await requester.Page.GotoAsync(sessions.PageFor(asked).PathAndQuery);
        await requester.Page.GetByRole(AriaRole.Button, new() { Name = "Allow", Exact = true }).ClickAsync();
        await requester.Page.GetByRole(AriaRole.Link, new() { Name = "Join the session" }).WaitForAsync();
        (await PageLook.FaultsAsync(requester.Page, "remote-join")).ShouldBeEmpty();
        await technician.Page.GotoAsync($"/cases/{Scene.ApprovalCase}/remote");
        (await PageLook.FaultsAsync(technician.Page, "remote-ready")).ShouldBeEmpty();
        await requester.Page.GetByRole(AriaRole.Button, new() { Name = "End the session" }).ClickAsync();
        await requester.Page.GetByText("This session has ended").WaitForAsync();
        (await PageLook.FaultsAsync(requester.Page, "remote-over")).ShouldBeEmpty();
        (technician.Errors.Count, requester.Errors.Count).ShouldBe((0, 0));
    }
}
