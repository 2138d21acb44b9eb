using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Pages;

/// <summary>One person for each role of the simulated organisation: each set of groups that somebody is in, a manager of others, nobody.</summary>
internal static class SimulatedRoles
{
    /// <summary>Signs each of them in; the last is signed in as nobody. Guests and blocked accounts have no session.</summary>
    public static async Task<IReadOnlyList<(string Role, Visitor Visitor, bool IsSignedIn)>> SignInAsync(HelpDeskClient client)
    {
        var listed = (await client.Simulator.GetFromJsonAsync<List<JsonElement>>("/simulator/people"))!;
        var people = new SimulatedTenant().People.ToDictionary(person => person.Id, StringComparer.OrdinalIgnoreCase);
        var chosen = listed.Where(person => people[person.GetProperty("id").GetString()!] is { AccountEnabled: true, IsGuest: false })
            .GroupBy(person => string.Join(' ', person.GetProperty("groups").EnumerateArray().Select(group => group.GetString()).Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .Select(group => people[group.First().GetProperty("id").GetString()!])
            .Append(KnownPeople.FinanceManager).Append(KnownPeople.AmyPoe).DistinctBy(person => person.Id);
        var roles = new List<(string Role, Visitor Visitor, bool IsSignedIn)>();
        foreach (var person in chosen)
            roles.Add(($"{person.DisplayName}, {person.JobTitle}", await Visitor.SignInAsync(client, person), true));
        return [.. roles, ("Nobody", Visitor.Nobody(client), false)];
    }
}
