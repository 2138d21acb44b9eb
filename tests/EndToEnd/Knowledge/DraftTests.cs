using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Flows.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Syncing;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Knowledge;

/// <summary>A ticket that a person solved becomes a draft in the wiki; once a person has published it, the next one who asks is answered from it.</summary>
public sealed class DraftTests
{
    private const string Title = "Whiteboard missing in Teams meetings";
    private const string Question = "How do I get the whiteboard in a Teams meeting back so that everyone can draw?";
    private const string Notes = "1. Opened the Teams admin center and switched on Whiteboard in the meeting policy.\n2. Signed out of Teams and in again.\nCause: The meeting policy was replaced by the default.\nCalled Amy Poe on 0171 555 0199 about it.";

    private static readonly SimulatedTenant Tenant = new();

    private static readonly List<SimulatedPerson> People = [.. Tenant.People
        .Where(person => person.AccountEnabled && !person.IsFunctional && !person.IsGuest && person.Mail is not null && !KnownPeople.All.Contains(person) && person.Department != "Finance" && Tenant.DevicesOf(person.Id).Count == 1).OrderBy(person => person.Id, StringComparer.Ordinal)];

    [Theory]
    [InlineData("confluence", "servicenow", 41)]
    [InlineData("mediawiki", "jira", 42)]
    public async Task SolvedTicket_WithoutAnArticle_BecomesADraft_AndOnceItIsPublishedTheNextOneIsAnsweredFromIt(string wiki, string system, int who)
    {
        await using var host = await HelpDeskHost.StartAsync(
            wiki == "confluence" ? "Confluence:Drafts:Space=IT" : "MediaWiki:Drafts:Namespace=3002", wiki == "confluence" ? "Confluence:Timeout=00:00:30" : "MediaWiki:Drafts:Prefix=Draft");
        await RunAsync(host);
        var caseId = await host.Client.FileAsync(system, People[who].UserPrincipalName, Title, Question);
        (await host.Client.UntilAsync(caseId, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Escalated);
        await SolveAsync(host, system, caseId);

        // The second run changes nothing.
        var draft = await UntilAsync(host, caseId, draft => draft.State == DraftState.Waiting);
        await RunAsync(host);
        var page = (await PagesAsync(host, wiki)).ShouldHaveSingleItem();
        var text = page.GetRawText();
        text.ShouldSatisfyAllConditions(
            () => text.ShouldContain("switched on Whiteboard in the meeting policy"), () => text.ShouldContain("replaced by the default"), () => text.ShouldContain($"cases/{caseId}"),
            () => text.ShouldNotContain("Poe"), () => text.ShouldNotContain("0171"), () => text.ShouldNotContain(People[who].DisplayName));
        draft.Content.Title.ShouldBe(Title);
        (await host.AuditKindsAsync(caseId)).Count(kind => kind == AuditKinds.KnowledgeDrafted).ShouldBe(2);

        await PublishAsync(host, wiki, page);
        await host.RestartAsync(TimeSpan.FromMinutes(2));
        (await UntilAsync(host, caseId, draft => draft.State == DraftState.Published)).IsEdited.ShouldBeFalse();

        var next = await host.Client.FileAsync(system, People[who + 5].UserPrincipalName, Title, Question);
        await host.Client.UntilAsync(next, CaseState.WaitingForAnswer);
        (await Eventually.Get(async () => await host.Client.OurCommentsAsync(next), comments => comments.Count == 1, "the answer")).ShouldHaveSingleItem().ShouldContain("switched on Whiteboard in the meeting policy");
        (await host.Services.GetRequiredService<KnowledgeGaps>().AllAsync(default)).ShouldAllBe(gap => gap.ClosedBy != null);
        await host.AuditShouldHoldAsync();
    }

    private static async Task SolveAsync(HelpDeskHost host, string system, string caseId)
    {
        var technician = KnownPeople.ServiceDeskLead.UserPrincipalName;
        if (system == "servicenow")
        {
            await host.Client.ChangeAsync(caseId, new { author = technician, state = "6", closeNotes = Notes });
            return;
        }

        await host.Client.ChangeAsync(caseId, new { author = technician, assignedTo = technician });
        var id = caseId[(caseId.IndexOf('-', StringComparison.Ordinal) + 1)..];
        (await host.Client.Simulator.PostAsJsonAsync($"/simulator/tickets/jira/{id}/comments", new { text = Notes, author = technician, isPublic = false })).EnsureSuccessStatusCode();
        await host.Client.ChangeAsync(caseId, new { author = technician, state = "Resolved" });
    }

    private static async Task<KnowledgeDraft> UntilAsync(HelpDeskHost host, string caseId, Func<KnowledgeDraft, bool> wanted) => (await Eventually.Get(
        async () =>
        {
            await RunAsync(host);
            var draft = (await host.Services.GetRequiredService<KnowledgeDrafts>().AllAsync(default)).SingleOrDefault();
            // A case that is done with without a draft says why at once.
            if (draft is null && await host.Services.GetRequiredService<DraftQueue>().StateAsync(new CaseId(caseId), default) is { IsDone: true } done)
                done.Why.ShouldBe("a draft");
            draft?.Failure.ShouldBeNull();
            return draft;
        },
        draft => draft is not null && wanted(draft), "the draft"))!;

    // What the timer does, without its 30 seconds.
    private static async Task RunAsync(HelpDeskHost host)
    {
        await host.Services.GetRequiredService<KnowledgeSync>().RunAsync(default);
        await host.Services.GetRequiredService<DraftRun>().RunAsync(default);
    }

    private static async Task<List<JsonElement>> PagesAsync(HelpDeskHost host, string wiki) =>
        [.. (await host.Client.Simulator.GetFromJsonAsync<List<JsonElement>>($"/simulator/knowledge/{wiki}"))!.Where(page => page.GetRawText().Contains("Whiteboard", StringComparison.OrdinalIgnoreCase))];

    private static async Task PublishAsync(HelpDeskHost host, string wiki, JsonElement page)
    {
        using var answer = wiki == "confluence"
            ? await host.Client.Simulator.PutAsJsonAsync($"/simulator/knowledge/confluence/pages/{page.GetProperty("id").GetString()}", new { status = "current" })
            : await host.Client.Simulator.PutAsJsonAsync($"/simulator/knowledge/mediawiki/pages/{page.GetProperty("title").GetString()}", new { movedTo = Title });
        answer.EnsureSuccessStatusCode();
    }
}
