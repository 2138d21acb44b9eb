using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace HelpDesk.Bench;

/// <summary>People of the simulated tenant who may not sign in, blocked as Graph blocks them.</summary>
internal static class BlockedPeople
{
    /// <summary>Blocks the sign-in of people that may be blocked and whose own account it is, the last ones of the directory first.</summary>
    /// <param name="graph">Sends with a token of simulated Graph.</param>
    /// <param name="simulator">The simulated tenant, with no limit on.</param>
    /// <param name="count">So many.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>Their object ids.</returns>
    public static async Task<IReadOnlyList<string>> TakeAsync(HttpClient graph, Uri simulator, int count, CancellationToken cancellation)
    {
        var people = (await graph.GetFromJsonAsync<JsonArray>(new Uri(simulator, "/simulator/people"), cancellation))!
            .Where(person => (string?)person!["jobTitle"] is { Length: > 0 }).Select(person => (string)person!["id"]!).Reverse();
        var blocked = new List<string>();
        foreach (var id in people)
        {
            using var response = await graph.PatchAsJsonAsync(new Uri(simulator, $"/v1.0/users/{id}"), new { accountEnabled = false }, cancellation);
            if (response.StatusCode == HttpStatusCode.NoContent && await IsMemberAsync(graph, simulator, id, cancellation))
                blocked.Add(id);
            if (blocked.Count == count)
                return blocked;
        }

        throw new InvalidOperationException($"Only {blocked.Count} of {count} people may be blocked.");
    }

    private static async Task<bool> IsMemberAsync(HttpClient graph, Uri simulator, string id, CancellationToken cancellation) =>
        (string?)(await graph.GetFromJsonAsync<JsonObject>(new Uri(simulator, $"/v1.0/users/{id}?$select=userType"), cancellation))!["userType"] == "Member";
}
