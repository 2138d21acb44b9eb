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
        await using var host = await PagesHost.StartAsync(change: services => services.AddSingleton<IKnowledgeSource>(source).AddSingleton<IPassageIndex>(new MemoryIndex()).AddSingleton<IKnowledgeDrafts>(new FakeDrafts())
            .AddSingleton<ITextEmbeddings>(new FakeEmbeddings { Before = static (_, _) => throw FakeEmbeddings.Away }));
        await host.Get<KnowledgeSync>().RunAsync(default);
        await host.Get<VectorFill>().RunAsync(default);
        await host.Get<KnowledgeGaps>().NoteAsync(new CaseId(Scene.ApprovalCase), ["teams", "webinar"], "How do I plan a webinar with a registration form, and who may see who registered?", default);
        await host.Get<KnowledgeGraph>().LinkAsync(new GraphNode(GraphNodeKind.Ticket, Scene.ApprovalCase, "INC0010023"), GraphRelation.About, new GraphNode(GraphNodeKind.Device, FakeDirectory.Laptop, LongName), default);
        await DraftsAsync(host);
        await using var watched = await WatchedPage.OpenAsync(fixture.Browser, host.Address);
        await watched.SignInAsync(FakeDirectory.Otto);

        foreach (var (name, path) in new[] { ("knowledge", "/knowledge"), ("article", $"/knowledge/article?key={Uri.EscapeDataString(ArticleKey.Of("wiki", "2"))}"), ("graph-device", $"/knowledge/graph/Device?of={FakeDirectory.Laptop}") })
        {
            await watched.Page.GotoAsync(path);
            (await watched.Page.Locator("h1").TextContentAsync()).ShouldNotBe("Article not found");
            (await PageLook.FaultsAsync(watched.Page, name)).ShouldBeEmpty();
        }

        await watched.Page.GotoAsync("/knowledge");
        (await watched.Page.Locator("#meaning").TextContentAsync()).ShouldNotBeNull().ShouldContain("0 of 2 articles");
        await watched.Page.Locator("section[aria-labelledby=drafts] details summary").First.ClickAsync();
        await watched.Page.Locator("section[aria-labelledby=gaps] details summary").First.ClickAsync();
        (await PageLook.FaultsAsync(watched.Page, "knowledge-drafts-open")).ShouldBeEmpty();
        await watched.Page.GetByText("It did not help in two or more tickets.").WaitForAsync();
        await watched.Page.Locator("section[aria-labelledby=gaps]").GetByRole(AriaRole.Button, new() { Name = "Make a draft in Wiki" }).ClickAsync();
        await watched.Page.Locator("section[aria-labelledby=gaps]").GetByText("To be written").WaitForAsync();
        watched.Errors.ShouldBeEmpty();
    }

    // One of each state, with what is longest in it.
    private static async Task DraftsAsync(PagesHost host)
    {
        var (drafts, now) = (host.Get<KnowledgeDrafts>(), host.Time.GetUtcNow());
        var draft = new KnowledgeDraft("wiki", "kind-proposed-1234567890", "how-to", ["teams", "webinar"], ["registration"], now)
        {
            State = DraftState.Proposed,
            Content = new DraftContent(
                "Plan a webinar with a registration form and choose who may see who registered", "en",
                [new DraftSection("Issue", ["How do I plan a webinar with a registration form?"], false), new DraftSection("Resolution", ["Choose Webinar instead of Meeting in the calendar of Teams.", "Open Registration and switch the form on."], true)], ["teams"]),
            Cases = [Scene.ApprovalCase],
            Times = 3,
        };
        (string Kind, Func<KnowledgeDraft, KnowledgeDraft> As)[] others =
        [
            ("kind-waiting-1234567890", before => before with { State = DraftState.Waiting, WrittenAt = now, Link = new Uri("https://wiki.example.com/pages/4711"), Cases = ["servicenow-4"] }),
            ("kind-failed-12345678901", before => before with
            {
                State = DraftState.Writing, Cases = ["servicenow-5"], Failures = 2,
                Failure = "Confluence refuses to write the draft (403): the account of Confluence:Email needs the permission to add pages in the space of Confluence:Drafts:Space.",
            }),
            ("kind-published-12345678", before => before with { State = DraftState.Published, IsEdited = true, EndedAt = now, Cases = ["servicenow-6"] }),
            ("kind-discarded-12345678", before => before with { State = DraftState.Discarded, EndedAt = now, Cases = ["servicenow-7"] }),
        ];
        await drafts.UpdateAsync("wiki", draft.Kind, _ => draft, default);
        foreach (var (kind, change) in others)
            await drafts.UpdateAsync("wiki", kind, _ => change(draft with { Kind = kind }), default);
        var article = (await host.Get<KnowledgeStore>().FindAsync(ArticleKey.Of("wiki", "1"), default)).ShouldNotBeNull();
        foreach (var ticket in new[] { "servicenow-1", "servicenow-2" })
            await host.Get<ArticleReports>().DidNotHelpAsync(article.Key, article.Article!.Version, new CaseId(ticket), default);
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
