using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Simulator;
using HelpDesk.Simulator.Tickets;
using HelpDesk.Simulator.Tickets.Webhooks;

namespace HelpDesk.Adapters.Tests.Ticketing;

/// <summary>What the simulated ticket systems send, against the contracts.</summary>
public sealed class WebhookTests
{
    [Fact]
    public async Task ServiceNow_NewIncident_IsSignedOverTimestampAndBody()
    {
        await using var product = await WebhookCatcher.StartAsync();
        await using var systems = await SimulatedSystems.StartAsync(product: product.Address);
        var filed = await systems.FileAsync("servicenow", "Hello ${name} <b>");
        await Eventually.True(() => product.Caught.Count == 1, "a webhook");

        var caught = product.Caught[0];
        caught.Path.ShouldBe("/api/webhooks/servicenow");
        var timestamp = caught.Headers["X-SNC-Timestamp"];
        byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp + "."), .. caught.Body];
        var key = Convert.FromBase64String(new SimulatorOptions().ServiceNowWebhookSecret);
        caught.Headers["X-SNC-Signature"].ShouldBe("sha256=" + Convert.ToBase64String(HMACSHA256.HashData(key, signed)));
        var sentAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, CultureInfo.InvariantCulture));
        (DateTimeOffset.UtcNow - sentAt).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
        caught.Json.GetProperty("event").GetString().ShouldBe("insert");
        caught.Json.GetProperty("sys_id").GetString().ShouldBe(filed.Id);
        caught.Json.GetProperty("sys_mod_count").GetString().ShouldBe("0");
        caught.Json.GetProperty("short_description").GetString().ShouldBe("Hello ${name} <b>");
        caught.Json.GetProperty("caller").GetProperty("email").GetString().ShouldBe("amy.poe@contoso.example");
        caught.Json.GetProperty("updated_by").GetString().ShouldBe("amy.poe");
    }

    [Fact]
    public async Task ServiceNow_OurOwnComment_TellsWhoWroteIt()
    {
        await using var product = await WebhookCatcher.StartAsync();
        await using var systems = await SimulatedSystems.StartAsync(product: product.Address);
        var filed = await systems.FileAsync("servicenow");

        await systems.ServiceNow.CommentAsync(filed.Id, "We are on it.", "run/tell", default);
        await Eventually.True(() => product.Caught.Count == 2, "two webhooks");

        var update = product.Caught.Single(caught => caught.Json.GetProperty("event").GetString() == "update").Json;
        update.GetProperty("updated_by").GetString().ShouldBe(SimulatedIntegration.ServiceNowUser);
        update.GetProperty("sys_mod_count").GetString().ShouldBe("1");
    }

    [Fact]
    public async Task Jira_NewRequest_IsSignedOverTheBodyInTheShapeOfRestV2()
    {
        await using var product = await WebhookCatcher.StartAsync();
        await using var systems = await SimulatedSystems.StartAsync(product: product.Address);
        var filed = await systems.FileAsync("jira", text: "Two\nlines");
        await Eventually.True(() => product.Caught.Count == 1, "a webhook");

        var caught = product.Caught[0];
        caught.Path.ShouldBe("/api/webhooks/jira");
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(new SimulatorOptions().JiraWebhookSecret), caught.Body);
        caught.Headers["X-Hub-Signature"].ShouldBe("sha256=" + Convert.ToHexStringLower(mac));
        caught.Headers["X-Atlassian-Webhook-Identifier"].ShouldNotBeNullOrEmpty();
        caught.Headers.ContainsKey("X-Atlassian-Webhook-Retry").ShouldBeFalse();
        caught.Json.GetProperty("webhookEvent").GetString().ShouldBe("jira:issue_created");
        var issue = caught.Json.GetProperty("issue");
        issue.GetProperty("id").GetString().ShouldBe(filed.Id);
        issue.GetProperty("fields").GetProperty("description").GetString().ShouldBe("Two\nlines");
        caught.Json.GetProperty("user").GetProperty("accountType").GetString().ShouldBe("customer");
        Encoding.UTF8.GetString(caught.Body).ShouldNotContain("emailAddress");
    }

    [Theory]
    [InlineData("automation-jira")]
    [InlineData("automation")]
    public async Task JiraAutomation_NewRequest_CarriesTheSecretAndANumericId(string shape)
    {
        await using var product = await WebhookCatcher.StartAsync();
        await using var systems = await SimulatedSystems.StartAsync(product: product.Address);
        using var filed = await systems.Control.PostAsJsonAsync("/simulator/tickets", new NewTicket("jira", "amy.poe@contoso.example", "Hello", "Text", shape));
        filed.StatusCode.ShouldBe(HttpStatusCode.Created);
        await Eventually.True(() => product.Caught.Count == 1, "a webhook");

        var caught = product.Caught[0];
        caught.Headers["X-Automation-Secret"].ShouldBe(new SimulatorOptions().JiraAutomationSecret);
        caught.Headers.ContainsKey("X-Hub-Signature").ShouldBeFalse();
        var issue = shape == "automation" ? caught.Json : caught.Json.GetProperty("issue");
        issue.GetProperty("id").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Number);
        caught.Json.TryGetProperty("webhookEvent", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Jira_ProductAnswers503_IsRetriedUnderTheSameIdentifier()
    {
        await using var product = await WebhookCatcher.StartAsync(HttpStatusCode.ServiceUnavailable);
        await using var systems = await SimulatedSystems.StartAsync(product: product.Address);
        await systems.FileAsync("jira");
        await Eventually.True(() => product.Caught.Count == 2, "a retry");

        product.Caught[1].Headers["X-Atlassian-Webhook-Identifier"].ShouldBe(product.Caught[0].Headers["X-Atlassian-Webhook-Identifier"]);
        product.Caught[1].Headers["X-Atlassian-Webhook-Retry"].ShouldBe("1");
        product.Caught[1].Body.ShouldBe(product.Caught[0].Body);
    }

    [Fact]
    public async Task Switches_DuplicateReorderLose_DoWhatTheySay()
    {
        await using var product = await WebhookCatcher.StartAsync();
        await using var systems = await SimulatedSystems.StartAsync(product: product.Address);

        await SwitchAsync(new WebhookSwitches { Duplicate = true });
        await systems.FileAsync("servicenow", "Twice");
        await Eventually.True(() => product.Caught.Count == 2, "a duplicate");
        product.Caught[0].Body.ShouldBe(product.Caught[1].Body);

        await SwitchAsync(new WebhookSwitches { Lose = true });
        await systems.FileAsync("servicenow", "Lost");
        await SwitchAsync(new WebhookSwitches());
        await systems.FileAsync("servicenow", "Last");
        await Eventually.True(() => product.Caught.Count == 3, "the one after the lost one");
        product.Caught[2].Json.GetProperty("short_description").GetString().ShouldBe("Last");

        await SwitchAsync(new WebhookSwitches { Reorder = true });
        await systems.FileAsync("servicenow", "Waits");
        await systems.FileAsync("servicenow", "Overtakes");
        await Eventually.True(() => product.Caught.Count == 5, "the one that waited, with the one that overtook it");

        async Task SwitchAsync(WebhookSwitches wanted)
        {
            using var response = await systems.Control.PutAsJsonAsync("/simulator/tickets/webhooks", wanted);
            response.EnsureSuccessStatusCode();
        }
    }
}
