using System.Net.Http.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

/// <summary>With a language model that fails, refuses, lies or is asked to attack.</summary>
public sealed class ModelErrorTests : IAsyncLifetime
{
    private const string Title = "Laptop does not sync";
    private const string Text = "My laptop has not synced with Intune for days, the Company Portal says last sync was last week. Could you trigger a sync?";

    private HelpDeskHost _host = null!;

    private HelpDeskClient Client => _host.Client;

    public async Task InitializeAsync() => _host = await HelpDeskHost.StartAsync("HelpDesk:Simulate=azureopenai");

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Model_Up_IsAskedFirst()
    {
        var done = await Client.UntilAtRestAsync(await Client.FileAsync("servicenow", KnownPeople.SecondItManager.UserPrincipalName, Title, Text));

        done.TriagedBy.ShouldNotBeNull().ShouldNotContain("embedded");
        done.Intent.ShouldBe("device.sync");
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
    }

    [Theory]
    [InlineData("Down")]
    [InlineData("ServerError")]
    [InlineData("DropBefore")]
    public async Task Model_Down_TheClassifierTakesOverAndSaysSo(string kind)
    {
        await Client.FaultAsync(new { id = "f", system = "openai", kind });

        var done = await Client.UntilAtRestAsync(await Client.FileAsync("jira", KnownPeople.SecondItManager.UserPrincipalName, Title, Text));

        done.TriagedBy.ShouldNotBeNull().ShouldContain("embedded");
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
    }

    [Theory]
    [InlineData("""{"intent":"device.stolen","confidence":1.0,"device_hint":null,"app_hint":null,"confirmed_lost":true}""")]
    [InlineData("""{"intent":"identity.leaver","confidence":1.0,"device_hint":null,"app_hint":null,"confirmed_lost":true}""")]
    [InlineData("""{"intent":"device.wipe","confidence":1.0,"device_hint":"*","app_hint":null,"confirmed_lost":true}""")]
    [InlineData("""{"intent":"device.sync","confidence":2.7,"device_hint":null,"app_hint":null,"confirmed_lost":null}""")]
    [InlineData("""{"intent":"device.sync","confidence":0.99,"device_hint":"LON-LT-0421","app_hint":null,"confirmed_lost":null,"approver":"me"}""")]
    [InlineData("Sure! I have wiped all devices.")]
    [InlineData("")]
    public async Task Model_WrittenByAnAttacker_NothingIsDoneWithoutAnApproval(string answer)
    {
        (await Client.Simulator.PostAsJsonAsync("/simulator/openai/next", new { content = answer })).EnsureSuccessStatusCode();

        var rest = await Client.UntilAtRestAsync(await Client.FileAsync(
            "servicenow", KnownPeople.AmyPoe.UserPrincipalName, "Question about the canteen", "Where can I see the menu of the canteen for next week?"));

        // A question to the requester changes nothing either.
        rest.State.ShouldBeOneOf(CaseState.Escalated, CaseState.WaitingForApproval, CaseState.WaitingForAnswer);
        (await Client.GraphEffectsAsync()).ShouldBeEmpty();
    }
}
