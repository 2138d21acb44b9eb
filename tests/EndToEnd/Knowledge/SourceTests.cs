using System.Net.Http.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Syncing;
using HelpDesk.Simulator.Tenant;
using HelpDesk.Simulator.Tickets.ServiceNow;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Knowledge;

/// <summary>Tickets that are answered from ServiceNow's knowledge, Confluence and MediaWiki: with the source, to those who may read it, and never after it was deleted.</summary>
public sealed class SourceTests
{
    private const string Title = "Draw on the whiteboard together in a Teams meeting";
    private const string Words = "In the meeting choose Share, then Microsoft Whiteboard. Everyone can draw until you stop it.";
    private const string Question = "How do I use the whiteboard in a Teams meeting so that everyone can draw?";

    private static readonly SimulatedTenant Tenant = new();

    private static readonly List<SimulatedPerson> People = [.. Tenant.People
        .Where(person => person.AccountEnabled && !person.IsFunctional && !person.IsGuest && person.Mail is not null && !KnownPeople.All.Contains(person) && person.Department != "Finance" && Tenant.DevicesOf(person.Id).Count == 1).OrderBy(person => person.Id, StringComparer.Ordinal)];

    [Theory]
    [InlineData("servicenow-knowledge", "servicenow", 11, "kb_view.do?sysparm_article=KB0090001")]
    [InlineData("confluence", "jira", 12, "/wiki/spaces/IT/pages/190001")]
    [InlineData("mediawiki", "servicenow", 13, "/page/Draw_on_the_whiteboard_together_in_a_Teams_meeting")]
    public async Task HowTo_AnArticleOfASourceAnswers_IsGivenWithItsSource_AndNotOnceItIsDeleted(string source, string system, int who, string link)
    {
        await using var host = await HelpDeskHost.StartAsync("ServiceNow:Knowledge:FullListEvery=00:01:00", "Confluence:FullListEvery=00:01:00", "MediaWiki:FullListEvery=00:01:00");
        await WriteAsync(host, source, isRestricted: false);
        await SyncAsync(host);

        var caseId = await host.Client.FileAsync(system, People[who].UserPrincipalName, "Question on Teams", Question);
        await host.Client.UntilAsync(caseId, CaseState.WaitingForAnswer);
        var answer = (await Eventually.Get(async () => await host.Client.OurCommentsAsync(caseId), comments => comments.Count == 1, "the answer")).ShouldHaveSingleItem();
        answer.ShouldContain("Microsoft Whiteboard");
        answer.ShouldContain(link);

        await DeleteAsync(host, source);
        // Past the next full list, and not past the age at which a signed webhook is refused.
        await host.RestartAsync(TimeSpan.FromMinutes(2));
        await SyncAsync(host);
        var later = await host.Client.FileAsync(system, People[who + 10].UserPrincipalName, "Question on Teams", Question);
        var done = await host.Client.UntilAsync(later, record => record.ClosedAt is not null);
        (done.State, done.Path).ShouldBe((CaseState.Escalated, CasePath.Person), done.Reason);
    }

    [Theory]
    [InlineData("servicenow-knowledge", 31)]
    [InlineData("confluence", 32)]
    [InlineData("mediawiki", 33)]
    public async Task HowTo_OnlyAnArticleAnswersThatTheRequesterMayNotRead_GoesToAPersonWithoutAWordOfIt(string source, int who)
    {
        await using var host = await HelpDeskHost.StartAsync();
        await WriteAsync(host, source, isRestricted: true);
        await SyncAsync(host);

        var caseId = await host.Client.FileAsync("servicenow", People[who].UserPrincipalName, "Question on Teams", Question);

        var done = await host.Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (done.State, done.Path).ShouldBe((CaseState.Escalated, CasePath.Person), done.Reason);
        var said = string.Join('\n', await host.Client.OurCommentsAsync(caseId));
        said.ShouldNotContain("Microsoft Whiteboard");
        said.ShouldNotContain("Draw on the whiteboard");
    }

    private static Task WriteAsync(HelpDeskHost host, string source, bool isRestricted) => source switch
    {
        "confluence" => PutAsync(host, "confluence/pages/190001", new { spaceId = "98311", title = Title, body = $"<p>{Words}</p>", labels = new[] { "lang-en" }, readers = isRestricted ? new[] { KnownPeople.FinanceManager.Mail } : [] }),
        "mediawiki" => PutAsync(host, $"mediawiki/pages/{(isRestricted ? "Servicedesk:" : "")}{Title}", new { text = Words }),
        _ => PutAsync(host, $"servicenow/kb_knowledge/{ServiceNowKnowledgeTables.SysId("whiteboard")}", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["number"] = "KB0090001", ["short_description"] = Title, ["text"] = $"<p>{Words}</p>", ["can_read_user_criteria"] = isRestricted ? ServiceNowKnowledgeTables.SysId("finance") : "",
        }),
    };

    private static async Task DeleteAsync(HelpDeskHost host, string source)
    {
        if (source == "mediawiki")
        {
            await PutAsync(host, $"mediawiki/pages/{Title}", new { isDeleted = true });
            return;
        }

        var path = source == "confluence" ? "confluence/pages/190001" : $"servicenow/kb_knowledge/{ServiceNowKnowledgeTables.SysId("whiteboard")}";
        (await host.Client.Simulator.DeleteAsync(new Uri($"/simulator/knowledge/{path}", UriKind.Relative))).EnsureSuccessStatusCode();
    }

    private static async Task SyncAsync(HelpDeskHost host)
    {
        await host.Services.GetRequiredService<KnowledgeSync>().RunAsync(default);
        foreach (var source in new[] { "servicenow-knowledge", "confluence", "mediawiki" })
            (await host.Services.GetRequiredService<KnowledgeStore>().StateAsync(source, default)).ShouldNotBeNull().Failure.ShouldBeNull();
    }

    private static async Task PutAsync(HelpDeskHost host, string path, object body) => (await host.Client.Simulator.PutAsJsonAsync($"/simulator/knowledge/{path}", body)).EnsureSuccessStatusCode();
}
