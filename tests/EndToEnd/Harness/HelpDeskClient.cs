using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.Local.Composition;
using HelpDesk.Orchestrations.Cases;
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
        var (system, id) = (caseId[..caseId.IndexOf('-', StringComparison.Ordinal)], caseId[(caseId.IndexOf('-', StringComparison.Ordinal) + 1)..]);
        return await Simulator.GetFromJsonAsync<JsonElement>($"/simulator/tickets/{system}/{id}");
    }

    /// <summary>What was done in the simulated tenant.</summary>
    public async Task<List<JsonElement>> EffectsAsync() => (await Simulator.GetFromJsonAsync<List<JsonElement>>("/simulator/effects"))!;

    /// <summary>Waits until a case is as wanted.</summary>
    public Task<CaseRecord> UntilAsync(string caseId, Func<CaseRecord, bool> wanted) =>
        Eventually.Get(() => Records.GetRequiredService<CaseJournal>().FindAsync(caseId, default), wanted, $"case {caseId}");

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
}
