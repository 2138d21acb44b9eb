using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Kills;

/// <summary>P5: the process is killed the hard way after Confluence has made the draft and before that is on record; there is one draft in the end.</summary>
public sealed class DraftKillTests
{
    private const string Title = "Whiteboard missing in Teams meetings";

    [Fact]
    public async Task Killed_BetweenTheCallAndItsRecord_ThereIsOneDraft()
    {
        using var place = new HelpDeskPlace("Confluence:Drafts:Space=DRAFTS");
        await using var client = new HelpDeskClient(place);
        await using (var first = await HelpDeskProcess.RunAsync(place))
        {
            // The draft is made; the call after it never ends.
            await client.FaultAsync(new { id = "slow", system = "confluence", kind = "Latency", path = "*label", seconds = 300 });
            var caseId = await client.FileAsync("servicenow", OrdinaryPeople.WithOneLaptop[9].UserPrincipalName, Title, "How do I get the whiteboard in a Teams meeting back so that everyone can draw?");
            await client.UntilAsync(caseId, record => record.ClosedAt is not null);
            await client.ChangeAsync(caseId, new { author = KnownPeople.ServiceDeskLead.UserPrincipalName, state = "6", closeNotes = "Switched on Whiteboard in the meeting policy of the Teams admin center." });
            await Eventually.Get(() => PagesAsync(client), pages => pages.Count > 0, "the draft in Confluence");
            await first.KillAsync();
        }

        await using var second = await HelpDeskProcess.RunAsync(place);
        await client.NoFaultsAsync();
        var draft = await Eventually.Get(async () => (await new KnowledgeDrafts(client.Records.GetRequiredService<IRecordStore>()).AllAsync(default)).SingleOrDefault(), draft => draft?.State == DraftState.Waiting, "the draft on record");

        (await PagesAsync(client)).ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(draft.Written!.Id);
    }

    private static async Task<List<JsonElement>> PagesAsync(HelpDeskClient client) =>
        [.. (await client.Simulator.GetFromJsonAsync<List<JsonElement>>("/simulator/knowledge/confluence"))!.Where(static page => page.GetProperty("title").GetString() == Title)];
}
