using System.Net;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>The pages of what belongs together.</summary>
public sealed class GraphTests
{
    private const string Device = "/knowledge/graph/Device?of=" + FakeDirectory.Laptop;

    [Fact]
    public async Task Device_ShowsItsTicketsAndBack()
    {
        await using var host = await SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        var page = await client.TextAsync(Device);

        foreach (var part in new[] { "LON-LT-0421", "Named in", "INC0010023", $"/cases/{ActionPageScene.Case}" })
            page.ShouldContain(part);
        (await client.TextAsync($"/knowledge/graph/Ticket?of={ActionPageScene.Case}")).ShouldContain("Not solved by");
        (await client.TextAsync("/knowledge/graph/Runbook?of=device-sync")).ShouldContain("Did not solve");
    }

    [Theory]
    [InlineData("/knowledge/graph/Device?of=unknown")]
    [InlineData("/knowledge/graph/Device")]
    [InlineData("/knowledge/graph/Planet?of=x")]
    [InlineData("/knowledge/graph/0?of=x")]
    [InlineData("/knowledge/graph/Ticket?of=servicenow-unknown")]
    public async Task Nothing_Known_404(string path)
    {
        await using var host = await SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        await client.TextAsync(path, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhoMayNotSeeCases_IsShownNothing()
    {
        await using var host = await SeededAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Rita);

        (await client.GetAsync(Device)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    // No source gives this article, so nobody may read it: neither its page of links nor its name is shown.
    [Fact]
    public async Task Article_ThatTheViewerMayNotRead_IsNotNamed()
    {
        await using var host = await SeededAsync();
        await host.Get<KnowledgeGraph>().LinkAsync(
            new GraphNode(GraphNodeKind.Ticket, ActionPageScene.Case, "INC0010023"), GraphRelation.AnsweredWith, new GraphNode(GraphNodeKind.Article, "folder|secret", "Plans for the takeover"), default);
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        (await client.TextAsync($"/cases/{ActionPageScene.Case}")).ShouldNotContain("takeover");
        await client.TextAsync("/knowledge/graph/Article?of=folder%7Csecret", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Name_OfAnAttacker_IsText()
    {
        await using var host = await SeededAsync();
        await host.Get<KnowledgeGraph>().LinkAsync(
            new GraphNode(GraphNodeKind.Ticket, ActionPageScene.Case, "INC0010023"), GraphRelation.About, new GraphNode(GraphNodeKind.Device, "d9", "<script>alert(1)</script>"), default);
        using var client = await host.SignedInAsync(FakeDirectory.Otto);

        foreach (var path in new[] { "/knowledge/graph/Device?of=d9", $"/cases/{ActionPageScene.Case}" })
        {
            using var answer = await client.GetAsync(path);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<script>alert");
        }
    }

    private static async Task<PagesHost> SeededAsync()
    {
        var host = await ActionPageScene.SeededAsync();
        await ActionPageScene.PressedAsync(host);
        return host;
    }
}
