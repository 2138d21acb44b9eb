using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Channels;

/// <summary>Approvers who are written to in Teams and Slack: they decide in Teams, ask the requester there, and everybody sees how it ended.</summary>
public sealed class ApproverChatTests
{
    private const string Title = "I clicked a phishing link";
    private const string Text = "I entered my password on a fake sign-in page and now there are sign-ins from another country. My account is compromised.";

    [Fact]
    public async Task Approval_InTeams_CountsOnceIsShownToAllAndRunsThePlan()
    {
        await using var host = await HelpDeskHost.StartAsync("SignIn:StepUp:High:MaxAge=00:00:00", "Slack:Proactive=true");
        var (client, subject) = (host.Client, KnownPeople.WithoutDevice);
        var (approver, second, outsider) = (new TeamsChat(client, KnownPeople.SecurityApprover), new TeamsChat(client, KnownPeople.SecondSecurityApprover), new TeamsChat(client, KnownPeople.AmyPoe));
        var caseId = await client.FileAsync("servicenow", subject.UserPrincipalName, Title, Text);
        await client.UntilAsync(caseId, CaseState.WaitingForApproval);
        var card = await approver.UntilAsync(message => message.Buttons.Any(button => button.Title == "Approve"), "the request");
        var other = await second.UntilAsync(message => message.Buttons.Any(button => button.Title == "Approve"), "the request of the second approver");
        card.Text.ShouldContain(subject.DisplayName);
        card.Url!.ShouldContain("/approvals/");
        var approve = card.Buttons.Single(button => button.Title == "Approve");

        (await outsider.PressAsync(card, approve))!.ShouldContain("Only members of");
        await approver.PressAsync(card, approve, trigger: "automatic");
        (await client.UntilAsync(caseId, static _ => true)).State.ShouldBe(CaseState.WaitingForApproval);
        (await approver.PressAsync(card, approve)).ShouldBeNull();

        var done = await client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (done.State, done.Path).ShouldBe((CaseState.Resolved, CasePath.Approval), done.Reason);
        var shown = $"Approved by {KnownPeople.SecurityApprover.DisplayName}";
        (await approver.UntilAsync(message => message.Id == card.Id && message.Buttons.Count == 0, "the decided card")).Text.ShouldContain(shown);
        (await second.UntilAsync(message => message.Id == other.Id && message.Buttons.Count == 0, "the decided card of the second approver")).Text.ShouldContain(shown);
        await Eventually.Get(async () => await SlackAsync(client, KnownPeople.SecondSecurityApprover), texts => texts.Any(text => text.Contains(shown, StringComparison.Ordinal)), "the state in Slack");
        var effects = await client.EffectsOnAsync(subject.Id);
        (await second.PressAsync(other, other.Buttons.Single(button => button.Title == "Deny"))).ShouldBeNull();
        (await second.OfBotAsync()).Single(message => message.Id == other.Id).Text.ShouldContain("decided the other way before");
        (await client.EffectsOnAsync(subject.Id)).ShouldBe(effects);
        await host.AuditShouldHoldAsync();
    }

    [Fact]
    public async Task HighImpact_IsAskedAboutAndDeniedInTeamsButApprovedOnThePageOnly()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var (client, subject) = (host.Client, KnownPeople.WithoutUsageLocation);
        var approver = new TeamsChat(client, KnownPeople.SecurityApprover);
        var caseId = await client.FileAsync("servicenow", subject.UserPrincipalName, Title, Text);
        await client.UntilAsync(caseId, CaseState.WaitingForApproval);
        var card = await approver.UntilAsync(message => message.Buttons.Any(button => button.Title == "Deny"), "the request");
        card.Buttons.ShouldNotContain(button => button.Title == "Approve");
        card.Input.ShouldNotBeNull();

        (await approver.PressAsync(card, card.Buttons.Single(button => button.Title == "Ask the requester"), words: "Did you type the password once or twice?"))!.ShouldContain("was asked");
        (await Eventually.Get(async () => await client.OurCommentsAsync(caseId), comments => comments.Any(comment => comment.Contains("once or twice", StringComparison.Ordinal)), "the question in the ticket")).ShouldNotBeEmpty();
        await client.CommentAsync(caseId, "Only once, yesterday evening.");
        await approver.UntilAsync(message => message.Text.Contains("Only once, yesterday evening", StringComparison.Ordinal), "the answer");
        using var visitor = await Visitor.SignInAsync(client, KnownPeople.SecondSecurityApprover);
        var approvalId = (await client.UntilAsync(caseId, CaseState.WaitingForApproval)).OpenApprovalId!;
        var page = await visitor.OpenAsync($"/approvals/{approvalId}");
        page.Body.ShouldContain("once or twice");
        page.Body.ShouldContain("Only once, yesterday evening");
        (await visitor.DecideAsync(approvalId, approve: false)).Status.ShouldBe(HttpStatusCode.OK);

        await client.UntilAsync(caseId, CaseState.Escalated);
        (await approver.UntilAsync(message => message.Id == card.Id && message.Buttons.Count == 0, "the decided card")).Text.ShouldContain($"Denied by {KnownPeople.SecondSecurityApprover.DisplayName}");
    }

    [Fact]
    public async Task Approval_DelegatedFromTheCardInTeams_IsDecidedByTheOtherOnThePage()
    {
        await using var host = await HelpDeskHost.StartAsync("SignIn:StepUp:High:MaxAge=00:00:00");
        var (client, subject) = (host.Client, KnownPeople.WithoutUsageLocation);
        var (approver, stranger) = (new TeamsChat(client, KnownPeople.SecurityApprover), new TeamsChat(client, KnownPeople.GermanRequester));
        var caseId = await client.FileAsync("servicenow", subject.UserPrincipalName, Title, Text);
        await client.UntilAsync(caseId, CaseState.WaitingForApproval);
        var card = await approver.UntilAsync(message => message.Buttons.Any(button => button.Title == "Delegate"), "the request");
        var delegated = new Dictionary<string, string>(StringComparer.Ordinal) { ["to"] = KnownPeople.ServiceDeskLead.UserPrincipalName, ["until"] = DateTime.UtcNow.AddDays(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };

        (await stranger.PressAsync(card, card.Buttons.Single(button => button.Title == "Delegate"), fields: delegated))!.ShouldStartWith("Nothing was delegated");
        (await approver.PressAsync(card, card.Buttons.Single(button => button.Title == "Delegate"), fields: delegated))!.ShouldStartWith($"{KnownPeople.ServiceDeskLead.DisplayName} can decide your approvals until");

        using var visitor = await Visitor.SignInAsync(client, KnownPeople.ServiceDeskLead);
        var approvalId = (await client.UntilAsync(caseId, CaseState.WaitingForApproval)).OpenApprovalId!;
        (await visitor.DecideAsync(approvalId, approve: true)).Status.ShouldBe(HttpStatusCode.OK);
        var done = await client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (done.State, done.Path).ShouldBe((CaseState.Resolved, CasePath.Approval), done.Reason);
        (await approver.UntilAsync(message => message.Id == card.Id && message.Buttons.Count == 0, "the decided card")).Text.ShouldContain($"Approved by {KnownPeople.ServiceDeskLead.DisplayName}");
        await host.AuditShouldHoldAsync();
    }

    private static async Task<List<string>> SlackAsync(HelpDeskClient client, SimulatedPerson person) =>
        [.. (await client.Simulator.GetFromJsonAsync<List<JsonElement>>($"/simulator/chats/slack/{person.Id}"))!.Select(message => message.GetProperty("text").GetString()!)];
}
