using System.Net.Http.Json;
using System.Text.Json;

namespace HelpDesk.Bench.Product;

/// <summary>Files incidents in simulated ServiceNow: requests of many people that end without waiting for anybody.</summary>
/// <remarks>Each is read, its requester found, triaged, answered, assigned to a group and audited; which of them may be done is the demo's matter.</remarks>
internal sealed class TicketOffice(Uri simulator) : IDisposable
{
    private static readonly (string Title, string Text)[] Requests =
    [
        ("Printer on the second floor jams", "The printer next to the kitchen jams on every second page and the display says paper jam."),
        ("VPN drops every hour", "Since Monday the VPN connection drops every hour and I have to connect again."),
        ("Outlook shows no new mail", "Outlook shows no new mail since this morning. On the web I see my mail."),
        ("How do I share a calendar?", "How can I share my calendar with my team so that they see my appointments?"),
        ("Drucker druckt nicht", "Der Drucker im zweiten Stock druckt nichts mehr, die Warteschlange steht."),
        ("Monitor flickers", "My second monitor flickers since I moved to the new desk. I would like another one."),
        ("Lunch", "What is for lunch in the canteen today?"),
    ];

    private readonly HttpClient _http = new() { BaseAddress = simulator };
    private List<(string Id, string Upn)> _people = [];
    private int _filed;

    /// <summary>How many were filed.</summary>
    public int Filed => _filed;

    /// <summary>Reads who there is.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        var people = await _http.GetFromJsonAsync<List<JsonElement>>("/simulator/people", cancellation) ?? [];
        _people = [.. people.Where(person => person.GetProperty("jobTitle").GetString() == "Specialist").Select(person => (person.GetProperty("id").GetString()!, person.GetProperty("upn").GetString()!))];
    }

    /// <summary>Says whether the simulated ticket systems send webhooks themselves; they do by default.</summary>
    public async Task SendWebhooksAsync(bool send, CancellationToken cancellation)
    {
        using var response = await _http.PutAsJsonAsync("/simulator/tickets/webhooks", new { lose = !send }, cancellation);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Files one incident of the next person and kind.</summary>
    /// <returns>Its sys_id and number, and the id of who asks.</returns>
    public Task<(string SysId, string Number, string Caller)> FileAsync(CancellationToken cancellation)
    {
        var i = Interlocked.Increment(ref _filed);
        return FileAsync(i, Requests[i % Requests.Length], cancellation);
    }

    /// <summary>Files one incident of one person.</summary>
    /// <param name="person">Number of the person; the same number is the same person.</param>
    /// <param name="request">What they write.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<(string SysId, string Number, string Caller)> FileAsync(int person, (string Title, string Text) request, CancellationToken cancellation)
    {
        var (id, upn) = _people[person % _people.Count];
        using var response = await _http.PostAsJsonAsync("/simulator/tickets", new { system = "servicenow", requester = upn, title = request.Title, text = request.Text }, cancellation);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return (answer.GetProperty("id").GetString()!, answer.GetProperty("number").GetString()!, id);
    }

    public void Dispose() => _http.Dispose();
}
