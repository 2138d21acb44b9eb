using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Channels;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Kills;

/// <summary>P5: the process is killed the hard way while a message of a chat is taken in; the message becomes one ticket, answered once.</summary>
public sealed class ChannelKillTests : IAsyncLifetime
{
    private const string Problem = "My device has not synced with Intune for days, the Company Portal says last sync was last week.";

    private static readonly SimulatedTenant Tenant = new();

    private readonly KilledHelpDesk _killed = new();

    private HelpDeskClient Client => _killed.Client;

    public Task InitializeAsync() => _killed.InitializeAsync();

    public Task DisposeAsync() => _killed.DisposeAsync();

    [Theory]
    [InlineData("ticket system away", 5)]
    [InlineData("chat away", 6)]
    [InlineData("just written", 7)]
    public async Task Killed_InTheMiddleOfAMessage_ItIsOneTicketAndOneAnswer(string when, int who)
    {
        var person = Tenant.People.Where(one => one.AccountEnabled && !one.IsFunctional && !one.IsGuest && one.Mail is not null && !KnownPeople.All.Contains(one) && Tenant.DevicesOf(one.Id).Count == 2)
            .OrderBy(one => one.Id, StringComparer.Ordinal).ElementAt(who);
        var chat = new TeamsChat(Client, person);
        if (when != "just written")
            await Client.FaultAsync(when == "chat away" ? new { id = "away", system = "teams-bot", kind = "Down", path = "/v3/" } : new { id = "away", system = "servicenow", kind = "Down", path = "*" });

        // Kept and answered; what follows is under way, or stands still at what is away.
        var written = await chat.WriteAsync(Problem);
        await _killed.KillAsync();
        await _killed.StartAgainAsync();
        await Client.NoFaultsAsync();
        await chat.RepeatAsync(written);

        await chat.UntilAsync(message => message.Text.Contains("is open", StringComparison.Ordinal), "the number of the ticket");
        var question = await chat.UntilAsync(message => message.Buttons.Count >= 2, "the question");
        (await chat.PressAsync(question, question.Buttons[0])).ShouldBeNull();
        var ticket = (await TicketsAsync(person)).ShouldHaveSingleItem();
        var done = await Client.UntilAsync($"{ticket.GetProperty("system").GetString()}-{ticket.GetProperty("id").GetString()}", record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        // A post whose answer was lost with the process may be seen twice, and nothing else (docs/teams-bot.md).
        (await chat.OfBotAsync()).Count(message => message.Text.Contains("is open", StringComparison.Ordinal)).ShouldBeInRange(1, when == "just written" ? 2 : 1);
        var effects = new List<string>();
        foreach (var device in Tenant.DevicesOf(person.Id))
            effects.AddRange(await Client.EffectsOnAsync(device.Id));
        effects.ShouldHaveSingleItem();
        var (exitCode, output) = await _killed.VerifyAuditAsync();
        exitCode.ShouldBe(0, output);
    }

    private async Task<List<JsonElement>> TicketsAsync(SimulatedPerson person) =>
        [.. (await Client.Simulator.GetFromJsonAsync<List<JsonElement>>("/simulator/tickets"))!.Where(ticket => ticket.GetProperty("requester").GetString() == person.DisplayName)];
}
