using System.Text.Json;
using HelpDesk.Local.Composition;

namespace HelpDesk.Local.Demo;

/// <summary>Asks the simulated tenant who is there, and files tickets in its ticket systems, which then send their signed webhooks.</summary>
internal sealed class SimulatorClient(HttpClient http)
{
    private const string OrdinaryJob = "Specialist";

    /// <summary>User principal names of ordinary people by language, always in the same order.</summary>
    public async Task<ILookup<string, string>> PeopleAsync(CancellationToken cancellation)
    {
        var people = await http.GetFromJsonAsync<List<SimulatedListing>>("/simulator/people", cancellation) ?? [];
        return people.Where(person => person.JobTitle == OrdinaryJob).ToLookup(person => person.Language, person => person.Upn, StringComparer.Ordinal);
    }

    /// <summary>Files a ticket.</summary>
    /// <returns>Its case id and number.</returns>
    public async Task<(string CaseId, string Number)> FileAsync(DemoTicket ticket, string requester, CancellationToken cancellation)
    {
        using var response = await http.PostAsJsonAsync(
            "/simulator/tickets", new { system = ticket.System, requester, title = ticket.Title, text = ticket.Text }, cancellation);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return ($"{ticket.System}-{answer.GetProperty("id").GetString()}", answer.GetProperty("number").GetString()!);
    }
}
