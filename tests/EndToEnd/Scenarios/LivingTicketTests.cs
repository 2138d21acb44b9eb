using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

/// <summary>The ticket lives on while its case is worked on.</summary>
public sealed class LivingTicketTests : IClassFixture<SharedHost>
{
    private const string Title = "I clicked a phishing link";
    private const string Text = "I entered my password on a fake sign-in page and now there are sign-ins from another country. My account is compromised.";
    private const string Crm = "I moved to the key account team. Please give me access to the CRM application.";
    private static readonly SimulatedTenant Tenant = new();
    private static readonly List<SimulatedPerson> Anyone =
        [.. Tenant.People.Where(person => person.AccountEnabled && !person.IsFunctional && person.Mail is not null && !KnownPeople.All.Contains(person) && Tenant.DevicesOf(person.Id).Count(device => device.OperatingSystem == "Windows") == 1).OrderBy(person => person.Id, StringComparer.Ordinal)];

    private static readonly List<SimulatedPerson> NonCompliant = [.. Anyone.Where(person => Tenant.DevicesOf(person.Id).All(device => !device.IsCompliant))];

    private readonly SharedHost _shared;

    public LivingTicketTests(SharedHost shared) => _shared = shared;

    private HelpDeskClient Client => _shared.Host.Client;

    [Theory]
    [InlineData(0, "servicenow", "6", "Resolved by a person")]
    [InlineData(1, "jira", "Resolved", "Resolved by a person")]
    public async Task Waiting_ResolvedByAnAgent_WithdrawsTheApprovalAndEnds(int who, string system, string state, string why)
    {
        var waiting = await WaitingAsync(system, Anyone[who]);

        await Client.ChangeAsync(waiting.CaseId, new { author = KnownPeople.ServiceDeskLead.UserPrincipalName, state });

        var done = await Client.UntilAsync(waiting.CaseId, CaseState.Escalated);
        done.Reason.ShouldNotBeNull().ShouldContain(why);
        await ShouldBeWithdrawnAsync(waiting, Anyone[who]);
        (await Client.OurCommentsAsync(waiting.CaseId)).Count.ShouldBe(1, "the requester is not told that a person takes over what a person has done");
        (await Client.OurCommentsAsync(waiting.CaseId, isPublic: false)).ShouldContain(note => note.Contains("Findings", StringComparison.Ordinal));
        (await Client.TicketAsync(waiting.CaseId)).GetProperty("isResolved").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData(2, "servicenow")]
    [InlineData(3, "jira")]
    public async Task Waiting_TakenByAnAgent_WithdrawsTheApprovalAndIsLeftToThem(int who, string system)
    {
        var waiting = await WaitingAsync(system, Anyone[who]);

        await Client.ChangeAsync(waiting.CaseId, new { author = KnownPeople.ServiceDeskLead.UserPrincipalName, assignedTo = KnownPeople.ServiceDeskLead.UserPrincipalName });

        (await Client.UntilAsync(waiting.CaseId, CaseState.Escalated)).Reason.ShouldNotBeNull().ShouldContain(KnownPeople.ServiceDeskLead.DisplayName);
        await ShouldBeWithdrawnAsync(waiting, Anyone[who]);
    }

    [Theory]
    [InlineData(4, "Please forget it, I don't need it any more after all.")]
    [InlineData(5, "Das war ein Fehlalarm, bitte das Ticket schließen.")]
    [InlineData(6, "Désolé, je voulais dire l'accès au VPN.")]
    public async Task Waiting_WithdrawnOrChangedInAComment_Stops(int who, string comment)
    {
        var waiting = await WaitingAsync("servicenow", Anyone[who]);

        await Client.CommentAsync(waiting.CaseId, comment);

        (await Client.UntilAsync(waiting.CaseId, CaseState.Escalated)).Reason.ShouldNotBeNull().ShouldContain("comment");
        await ShouldBeWithdrawnAsync(waiting, Anyone[who]);
    }

    [Fact]
    public async Task Waiting_DescriptionChanged_Stops()
    {
        var waiting = await WaitingAsync("servicenow", Anyone[7]);

        await Client.ChangeAsync(waiting.CaseId, new { text = "Please give me access to the finance system." });

        (await Client.UntilAsync(waiting.CaseId, CaseState.Escalated)).Reason.ShouldNotBeNull().ShouldContain("changed");
    }

    [Theory]
    [InlineData(8, "Automatic reply: I am out of the office until Monday. In urgent cases speak to a person at the front desk.")]
    [InlineData(9, "Automatische Antwort: Ich bin bis zum 9. November im Urlaub. In dringenden Fällen möchten Sie mit einem Menschen sprechen: Zentrale.")]
    [InlineData(10, "Auto-Submitted: auto-replied\n\nI do not read this mailbox. human, please call the front desk.")]
    [InlineData(11, "Any news? I have a customer tomorrow.")]
    [InlineData(12, "Thank you for looking into it!")]
    public async Task Waiting_AutomaticReplyThanksOrAQuestion_GoesOnAndShowsOnTheApproval(int who, string comment)
    {
        var waiting = await WaitingAsync("servicenow", Anyone[who]);

        await Client.CommentAsync(waiting.CaseId, comment);

        var seen = await Client.UntilAsync(waiting.CaseId, record => record.Comments.Count == 1);
        seen.State.ShouldBe(CaseState.WaitingForApproval, seen.Reason);
        using var owner = await Visitor.SignInAsync(Client, KnownPeople.ApplicationOwner);
        WebUtility.HtmlDecode((await owner.OpenAsync($"/approvals/{waiting.OpenApprovalId}")).Body).ShouldContain(comment[..20]);
        (await owner.DecideAsync(waiting.OpenApprovalId!, approve: true)).Status.ShouldBe(HttpStatusCode.OK);
        (await Client.UntilAsync(waiting.CaseId, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
    }

    [Fact]
    public async Task Approved_WhileTheWebhookOfTheAgentIsLost_TheTicketIsReadAgainBeforeTheFirstEffect()
    {
        var waiting = await WaitingAsync("servicenow", Anyone[13]);
        using var lost = await Client.Simulator.PutAsync(new Uri("/simulator/tickets/webhooks", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new { lose = true }));
        await Client.ChangeAsync(waiting.CaseId, new { author = KnownPeople.ServiceDeskLead.UserPrincipalName, state = "6" });
        using var back = await Client.Simulator.PutAsync(new Uri("/simulator/tickets/webhooks", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new { lose = false }));

        await _shared.Host.DecideAsync(waiting.CaseId, KnownPeople.ApplicationOwner, approve: true);

        (await Client.UntilAsync(waiting.CaseId, CaseState.Escalated)).Reason.ShouldNotBeNull().ShouldContain("Resolved by a person");
        (await EffectsOnAsync(Anyone[13])).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(14, "servicenow")]
    [InlineData(15, "jira")]
    public async Task New_AssignedBeforeItIsRead_IsLeftToTheAgentWithTheFindings(int who, string system)
    {
        var caseId = await Client.FileLaterAsync(
            system, Anyone[who].UserPrincipalName, Title, Text, id => Client.ChangeAsync(id, new { state = system == "jira" ? "In Progress" : "2", assignedTo = KnownPeople.ServiceDeskLead.UserPrincipalName }));

        var rest = await Client.UntilAtRestAsync(caseId);

        (rest.State, rest.Path).ShouldBe((CaseState.Escalated, CasePath.Person), rest.Reason);
        rest.OpenApprovalId.ShouldBeNull();
        (await Client.OurCommentsAsync(caseId)).ShouldBeEmpty();
        (await Client.OurCommentsAsync(caseId, isPublic: false)).ShouldHaveSingleItem().ShouldContain("compromised");
        (await EffectsOnAsync(Anyone[who])).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(16, "Thank you, that was quick!")]
    [InlineData(17, "Vielen Dank, läuft wieder.")]
    [InlineData(23, "Réponse automatique : je suis absent du bureau jusqu'à lundi.")]
    public async Task Resolved_ReopenedByThanksOrAnAutomaticReply_StaysResolved(int who, string comment)
    {
        var caseId = await SyncedAsync(Anyone[who]);

        await Client.CommentAsync(caseId, comment);
        await Client.UntilAsync(caseId, record => record.Comments.Count == 1);
        await Client.ReopenAsync(caseId);

        await Eventually.Get(
            async () => (object?)await Client.TicketAsync(caseId), ticket => ((JsonElement)ticket).GetProperty("isResolved").GetBoolean(), "the ticket is resolved again");
        (await Client.UntilAsync(caseId, CaseState.Resolved)).Comments.Count.ShouldBe(1);
        (await _shared.Host.AuditKindsAsync(caseId)).ShouldNotContain(AuditKinds.Reopened);
    }

    [Fact]
    public async Task Resolved_ReopenedWithTrouble_GoesToAPerson()
    {
        var caseId = await SyncedAsync(Anyone[19]);

        await Client.CommentAsync(caseId, "Thank you, but it still does not sync.");
        await Client.ReopenAsync(caseId);

        await Client.UntilAsync(caseId, CaseState.Escalated);
        (await _shared.Host.AuditKindsAsync(caseId)).ShouldContain(AuditKinds.Reopened);
    }

    [Fact]
    public async Task Escalated_ReplyOfTheRequester_IsOnTheCase()
    {
        var caseId = await Client.FileAsync("servicenow", Anyone[20].UserPrincipalName, "A question", "The thing does not do what it did last week, could somebody have a look at it please?");
        await Client.UntilAsync(caseId, CaseState.Escalated);

        await Client.CommentAsync(caseId, "Sorry, I mean the CRM.");

        (await Client.UntilAsync(caseId, record => record.Comments.Count == 1)).Comments[0].Text.ShouldContain("CRM");
        using var lead = await Visitor.SignInAsync(Client, KnownPeople.ItManager);
        (await lead.OpenAsync($"/cases/{caseId}")).Body.ShouldContain("I mean the CRM");
    }

    [Fact]
    public async Task Asked_ReplyThatNamesTheApplication_IsPlannedAndStillNeedsItsApproval()
    {
        var caseId = await Client.FileAsync("servicenow", Anyone[24].UserPrincipalName, "Access to an application", "I moved to the key account team. Please give me access to the application that they use.");
        await Client.UntilAsync(caseId, CaseState.WaitingForAnswer);

        await Client.CommentAsync(caseId, "Sorry, I mean access to the CRM application.");

        var waiting = await Client.UntilAsync(caseId, record => record.OpenApprovalId is not null);
        (waiting.State, waiting.QuestionsAnswered).ShouldBe((CaseState.WaitingForApproval, 1));
        (await _shared.Host.AuditKindsAsync(caseId)).ShouldContain(AuditKinds.QuestionEnded);
        await _shared.Host.DecideAsync(caseId, KnownPeople.ApplicationOwner, approve: true);
        (await Client.UntilAsync(caseId, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
    }

    [Theory]
    [InlineData(21, "jira:issue_updated")]
    [InlineData(22, "issue_moved")]
    public async Task Change_OfATicketThatIsNewToUs_OpensACase(int who, string name)
    {
        using var lost = await Client.Simulator.PutAsync(new Uri("/simulator/tickets/webhooks", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new { lose = true }));
        var caseId = await Client.FileAsync("jira", Anyone[who].UserPrincipalName, "Access to the CRM", Crm);
        using var back = await Client.Simulator.PutAsync(new Uri("/simulator/tickets/webhooks", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new { lose = false }));

        await Client.ChangeAsync(caseId, new Dictionary<string, string>(StringComparer.Ordinal) { ["event"] = name });

        var rest = await Client.UntilAtRestAsync(caseId);
        rest.State.ShouldBe(CaseState.WaitingForApproval, rest.Reason);
    }

    [Fact]
    public async Task Change_OfATicketThatGetsNoCase_NamesNone()
    {
        using var told = Signed.Jira("""{"webhookEvent":"jira:issue_updated","issue":{"id":"99887766","key":"ITSD-99887","fields":{}}}""");
        using var answer = await Client.Product.SendAsync(told);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        answer.Headers.Location.ShouldBeNull();
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("caseId").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private Task<List<JsonElement>> EffectsOnAsync(SimulatedPerson person) => Filtered(person);

    // Nothing tells of it: it is seen because the ticket is read while it is checked whether it worked.
    [Theory]
    [InlineData(0, "servicenow", "agent")]
    [InlineData(1, "jira", "agent")]
    [InlineData(2, "servicenow", "withdrawn")]
    public async Task Checking_WhileEveryWebhookIsLost_WhatBecomesOfTheTicketEndsIt(int who, string system, string what)
    {
        var person = NonCompliant[who];
        await Client.FaultAsync(new { id = "stays", system = "graph", kind = "StaysNonCompliant" });
        var caseId = await Client.FileAsync(system, person.UserPrincipalName, "Device not compliant", "Outlook tells me that my device is not compliant with company policy and blocks my mail. I installed all the updates.");
        await Client.UntilAsync(caseId, record => record.OutcomeLines.Any(line => line.State == OutcomeState.Pending));
        await Client.LoseWebhooksAsync(true);
        try
        {
            if (what == "agent")
                await Client.ChangeAsync(caseId, new { author = KnownPeople.ServiceDeskLead.UserPrincipalName, assignedTo = KnownPeople.ServiceDeskLead.UserPrincipalName });
            else
                await Client.CommentAsync(caseId, "Please leave it, you can close this ticket.");

            var done = await Client.UntilAsync(caseId, CaseState.Escalated);

            done.Reason.ShouldNotBeNull().ShouldContain(what == "agent" ? KnownPeople.ServiceDeskLead.DisplayName : "took the request back");
            (await Client.TicketAsync(caseId)).GetProperty("isResolved").GetBoolean().ShouldBeFalse();
        }
        finally
        {
            await Client.LoseWebhooksAsync(false);
            await Client.NoFaultsAsync();
        }
    }

    private async Task<List<JsonElement>> Filtered(SimulatedPerson person) =>
        [.. (await Client.EffectsAsync()).Where(effect => effect.GetProperty("system").GetString() == "graph" && effect.ToString().Contains(person.Id, StringComparison.OrdinalIgnoreCase))];

    private async Task<CaseRecord> WaitingAsync(string system, SimulatedPerson person)
    {
        var caseId = await Client.FileAsync(system, person.UserPrincipalName, "Access to the CRM", Crm);
        var waiting = await Client.UntilAtRestAsync(caseId);
        waiting.State.ShouldBe(CaseState.WaitingForApproval, waiting.Reason);
        return await Client.UntilAsync(caseId, record => record.WaitingFor is not null);
    }

    private async Task ShouldBeWithdrawnAsync(CaseRecord waiting, SimulatedPerson person)
    {
        var late = await _shared.Host.ApproveAsync(waiting.OpenApprovalId!, KnownPeople.ApplicationOwner);
        late.Gate!.State.ShouldBe(HelpDesk.Orchestrations.Ledger.Approvals.ApprovalState.Withdrawn);
        (await EffectsOnAsync(person)).ShouldBeEmpty();
    }

    private async Task<string> SyncedAsync(SimulatedPerson person)
    {
        var caseId = await Client.FileAsync(
            "servicenow", person.UserPrincipalName, "Laptop does not sync", "My laptop has not synced with Intune for days, the Company Portal says last sync was last week. Could you trigger a sync?");
        await Client.UntilAsync(caseId, CaseState.Resolved);
        return caseId;
    }
}
