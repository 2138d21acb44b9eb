using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.Local.Composition;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Harness;

/// <summary>What a test does to a running helpdesk from outside, and how it looks at what became of it.</summary>
public sealed class HelpDeskClient : IAsyncDisposable
{
    private readonly HelpDeskPlace _place;
    private ServiceProvider? _records;

    public HelpDeskClient(HelpDeskPlace place)
    {
        _place = place;
        Product = new HttpClient { BaseAddress = place.Product };
        Simulator = new HttpClient { BaseAddress = place.Simulator };
    }

    /// <summary>The product's pages and webhooks.</summary>
    public HttpClient Product { get; }

    /// <summary>The simulated tenant.</summary>
    public HttpClient Simulator { get; }

    /// <summary>The records of the product, read beside it.</summary>
    public IServiceProvider Records =>
        _records ??= OfflineServices.ForRecords(HelpDesk.Local.Starting.LocalSettings.Read(_place.Settings));

    /// <summary>Files a ticket as a person of the simulated organisation; its system sends the webhook.</summary>
    /// <returns>Id of its case.</returns>
    public async Task<string> FileAsync(string system, string requester, string title, string text)
    {
        using var response = await Simulator.PostAsJsonAsync("/simulator/tickets", new { system, requester, title, text });
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return $"{system}-{answer.GetProperty("id").GetString()}";
    }

    /// <summary>The ticket of a case as its system shows it.</summary>
    public async Task<JsonElement> TicketAsync(string caseId)
    {
        return await Simulator.GetFromJsonAsync<JsonElement>(TicketPath(caseId));
    }

    /// <summary>What was done in the simulated tenant.</summary>
    public async Task<List<JsonElement>> EffectsAsync() => (await Simulator.GetFromJsonAsync<List<JsonElement>>("/simulator/effects"))!;

    /// <summary>What was done in the simulated directory and Intune to one user, device or group, oldest first.</summary>
    public async Task<List<string>> EffectsOnAsync(string targetId) =>
        [.. (await EffectsAsync()).Where(effect => effect.GetProperty("targetId").GetString() == targetId).Select(effect => effect.GetProperty("operation").GetString()!)];

    /// <summary>Everything that was done in the simulated directory and Intune, oldest first.</summary>
    public async Task<List<string>> GraphEffectsAsync() =>
        [.. (await EffectsAsync()).Where(effect => effect.GetProperty("system").GetString() == "graph").Select(effect => $"{effect.GetProperty("operation").GetString()} on {effect.GetProperty("targetId").GetString()}")];

    /// <summary>Writes a comment into the ticket of a case; without an author the requester does.</summary>
    public async Task CommentAsync(string caseId, string text)
    {
        using var response = await Simulator.PostAsJsonAsync($"{TicketPath(caseId)}/comments", new { text });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>A person changes fields of the ticket of a case: who has it, its state, its words.</summary>
    public Task ChangeAsync(string caseId, object change) => PostAsync($"{TicketPath(caseId)}/change", change);

    /// <summary>What a ticket system of a real organisation drops and hides.</summary>
    public async Task SwitchTicketsAsync(string system, object switches)
    {
        using var response = await Simulator.PutAsJsonAsync($"/simulator/tickets/{system}/switches", switches);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Loses the webhooks that follow, or no more of them. What is filed meanwhile is not found either, by the look that each start begins with.</summary>
    public async Task LoseWebhooksAsync(bool isOn)
    {
        var records = Records.GetRequiredService<IRecordStore>();
        await Eventually.Get(() => records.ReadAsync<ReconcileState>(Tables.Flags, Tenant.Partition("intake"), "reconcile", default), found => found is not null, "the first look for lost webhooks");
        await PutAsync("/simulator/tickets/webhooks", new { lose = isOn });
    }

    /// <summary>Files a ticket while no webhook is sent, lets people go on with it, then tells of its creation: all of that is there before it is read.</summary>
    public async Task<string> FileLaterAsync(string system, string requester, string title, string text, Func<string, Task> meanwhile)
    {
        await LoseWebhooksAsync(true);
        var caseId = await FileAsync(system, requester, title, text);
        await meanwhile(caseId);
        await LoseWebhooksAsync(false);
        var ticket = await TicketAsync(caseId);
        var (id, number) = (ticket.GetProperty("id").GetString(), ticket.GetProperty("number").GetString());
        using var told = system == "jira"
            ? Signed.Jira($$$$"""{"webhookEvent":"jira:issue_created","issue":{"id":"{{{{id}}}}","key":"{{{{number}}}}","fields":{}}}""")
            : Signed.ServiceNow($$"""{"event":"insert","table":"incident","sys_id":"{{id}}","sys_mod_count":"0","number":"{{number}}"}""");
        using var answer = await Product.SendAsync(told);
        answer.EnsureSuccessStatusCode();
        return caseId;
    }

    /// <summary>Opens the resolved ticket of a case again, as its requester does.</summary>
    public async Task ReopenAsync(string caseId)
    {
        using var response = await Simulator.PostAsync(new Uri($"{TicketPath(caseId)}/reopen", UriKind.Relative), null);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Blocks the sign-in of a person in simulated Graph, as somebody else than the product does it.</summary>
    public async Task BlockAsync(string personId)
    {
        var options = new SimulatorOptions();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials", ["client_id"] = options.ClientId, ["client_secret"] = options.ClientSecret, ["scope"] = "https://graph.microsoft.com/.default",
        });
        using var answer = await Simulator.PostAsync(new Uri("/login/oauth2/v2.0/token", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/v1.0/users/{personId}") { Content = JsonContent.Create(new { accountEnabled = false }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await Simulator.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Switches a fault of the simulated systems on.</summary>
    public async Task FaultAsync(object fault)
    {
        using var response = await Simulator.PutAsJsonAsync("/simulator/faults", fault);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Switches all faults off.</summary>
    public async Task NoFaultsAsync()
    {
        using var response = await Simulator.DeleteAsync(new Uri("/simulator/faults", UriKind.Relative));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Public comments that the product wrote into the ticket of a case.</summary>
    public async Task<List<string>> OurCommentsAsync(string caseId, bool isPublic = true) =>
        [.. (await TicketAsync(caseId)).GetProperty("comments").EnumerateArray()
            .Where(comment => comment.GetProperty("isOurs").GetBoolean() && comment.GetProperty("isPublic").GetBoolean() == isPublic)
            .Select(comment => comment.GetProperty("text").GetString()!)];

    /// <summary>Waits for our comment with a text in it.</summary>
    public async Task<string> OurCommentAsync(string caseId, string text) =>
        (await Eventually.Get<string>(async () => (await OurCommentsAsync(caseId)).LastOrDefault(comment => comment.Contains(text, StringComparison.Ordinal)), static found => found is not null, $"our comment with \"{text}\" on {caseId}"))!;

    /// <summary>Waits until a case is as wanted.</summary>
    public Task<CaseRecord> UntilAsync(string caseId, Func<CaseRecord, bool> wanted) =>
        Eventually.Get(() => Records.GetRequiredService<CaseStore>().FindAsync(new CaseId(caseId), default), wanted, $"case {caseId}");

    /// <summary>Waits until a case is in a state.</summary>
    public Task<CaseRecord> UntilAsync(string caseId, CaseState state) => UntilAsync(caseId, record => record.State == state);

    /// <summary>Waits until nothing more happens to a case without a person.</summary>
    public Task<CaseRecord> UntilAtRestAsync(string caseId) => UntilAsync(caseId, record => record.State != CaseState.Working);

    public async ValueTask DisposeAsync()
    {
        Product.Dispose();
        Simulator.Dispose();
        if (_records is not null)
            await _records.DisposeAsync();
    }

    private async Task PostAsync(string path, object body)
    {
        using var response = await Simulator.PostAsJsonAsync(path, body);
        response.EnsureSuccessStatusCode();
    }

    private async Task PutAsync(string path, object body)
    {
        using var response = await Simulator.PutAsJsonAsync(path, body);
        response.EnsureSuccessStatusCode();
    }

    private static string TicketPath(string caseId)
    {
        var dash = caseId.IndexOf('-', StringComparison.Ordinal);
        return $"/simulator/tickets/{caseId[..dash]}/{caseId[(dash + 1)..]}";
    }
}
