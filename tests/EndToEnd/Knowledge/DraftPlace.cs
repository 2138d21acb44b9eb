using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Flows.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Syncing;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Knowledge;

/// <summary>A wiki as a place for drafts: what the product writes there, and what people do there.</summary>
internal sealed class DraftPlace(HelpDeskHost host, string wiki)
{
    private static readonly SimulatedTenant Tenant = new();

    /// <summary>Employees of no particular kind, with one device each.</summary>
    public static IReadOnlyList<SimulatedPerson> People { get; } = [.. Tenant.People
        .Where(person => person.AccountEnabled && !person.IsFunctional && !person.IsGuest && person.Mail is not null && !KnownPeople.All.Contains(person) && person.Department != "Finance" && Tenant.DevicesOf(person.Id).Count == 1).OrderBy(person => person.Id, StringComparer.Ordinal)];

    private bool IsConfluence => wiki == "confluence";

    /// <summary>The setting that makes a wiki a place for drafts.</summary>
    public static string SettingOf(string wiki) => wiki == "confluence" ? "Confluence:Drafts:Space=IT" : "MediaWiki:Drafts:Namespace=3002";

    /// <summary>A technician resolves the ticket of a case and writes how.</summary>
    public async Task SolveAsync(string caseId, string notes)
    {
        var technician = KnownPeople.ServiceDeskLead.UserPrincipalName;
        if (caseId.StartsWith("servicenow", StringComparison.Ordinal))
        {
            await host.Client.ChangeAsync(caseId, new { author = technician, state = "6", closeNotes = notes });
            return;
        }

        await host.Client.ChangeAsync(caseId, new { author = technician, assignedTo = technician });
        var id = caseId[(caseId.IndexOf('-', StringComparison.Ordinal) + 1)..];
        (await host.Client.Simulator.PostAsJsonAsync($"/simulator/tickets/jira/{id}/comments", new { text = notes, author = technician, isPublic = false })).EnsureSuccessStatusCode();
        await host.Client.ChangeAsync(caseId, new { author = technician, state = "Resolved" });
    }

    /// <summary>What the timer does, without its 30 seconds.</summary>
    public async Task RunAsync()
    {
        await host.Services.GetRequiredService<KnowledgeSync>().RunAsync(default);
        await host.Services.GetRequiredService<DraftRun>().RunAsync(default);
    }

    /// <summary>Runs until the one draft is as wanted. A case that is done with without a draft says why at once.</summary>
    public async Task<KnowledgeDraft> UntilAsync(string caseId, Func<KnowledgeDraft, bool> wanted) => (await Eventually.Get(
        async () =>
        {
            await RunAsync();
            var all = await host.Services.GetRequiredService<KnowledgeDrafts>().AllAsync(default);
            all.Count.ShouldBeLessThanOrEqualTo(1, string.Join('\n', all.Select(one => $"{one.Intent}: {string.Join(',', one.Things)} helped by {string.Join(',', one.Helped)}")));
            var draft = all.SingleOrDefault();
            if (draft is null && await host.Services.GetRequiredService<DraftQueue>().StateAsync(new CaseId(caseId), default) is { IsDone: true } done)
                done.Why.ShouldBe("a draft");
            return draft;
        },
        draft => draft is not null && wanted(draft), "the draft"))!;

    /// <summary>The pages of the wiki that have a text in them, as the wiki shows them.</summary>
    public async Task<List<JsonElement>> PagesAsync(string text) =>
        [.. (await host.Client.Simulator.GetFromJsonAsync<List<JsonElement>>($"/simulator/knowledge/{wiki}"))!.Where(page => page.GetRawText().Contains(text, StringComparison.OrdinalIgnoreCase))];

    /// <summary>What a reader of a page sees now.</summary>
    public string TextOf(JsonElement page) => IsConfluence ? page.GetProperty("body").GetString()! : page.GetProperty("revisions").EnumerateArray().Last().GetProperty("text").GetString()!;

    /// <summary>A person writes their own words into a page.</summary>
    public Task EditAsync(JsonElement page, string words) => IsConfluence
        ? PutAsync($"pages/{page.GetProperty("id").GetString()}", new { body = words })
        : PutAsync($"pages/{page.GetProperty("title").GetString()}", new { text = words });

    /// <summary>A person does something right before our next write: publishes the page with their own words in Confluence, edits it in MediaWiki.</summary>
    public Task MeetAsync(string words) => IsConfluence ? SwitchAsync(new { beforeNextChange = new { status = "current", body = words } }) : SwitchAsync(new { beforeNextEdit = new { text = words } });

    /// <summary>What the wiki does otherwise than usual.</summary>
    public Task SwitchAsync(object switches) => PutAsync("switches", switches);

    /// <summary>A person publishes a page as it is.</summary>
    public Task PublishAsync(JsonElement page, string title) => IsConfluence
        ? PutAsync($"pages/{page.GetProperty("id").GetString()}", new { status = "current" })
        : PutAsync($"pages/{page.GetProperty("title").GetString()}", new { movedTo = title });

    private async Task PutAsync(string path, object body)
    {
        using var answer = await host.Client.Simulator.PutAsJsonAsync($"/simulator/knowledge/{wiki}/{path}", body);
        answer.EnsureSuccessStatusCode();
    }
}
