using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

/// <summary>A ticket system that says yes and does nothing, or says nothing at all: the case and its audit say what is so.</summary>
public sealed class SilentSystemTests : IAsyncLifetime
{
    private static readonly SimulatedTenant Tenant = new();

    private HelpDeskHost _host = null!;

    private HelpDeskClient Client => _host.Client;

    public async Task InitializeAsync() => _host = await HelpDeskHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Comments_Dropped_AreNotToldAndTheDeskGetsTheText()
    {
        await Client.SwitchTicketsAsync("servicenow", new { dropped = new[] { "comments" } });

        var done = await Client.UntilAtRestAsync(await SyncAsync("servicenow"));

        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        done.TicketProblems.ShouldHaveSingleItem().ShouldContain("not notified");
        (await _host.AuditKindsAsync(done.CaseId)).ShouldSatisfyAllConditions(kinds => kinds.ShouldContain(AuditKinds.NotTold), kinds => kinds.ShouldNotContain(AuditKinds.Told));
        (await Client.OurCommentsAsync(done.CaseId, isPublic: false)).ShouldContain(note => note.Contains("has not been notified", StringComparison.Ordinal));
        (await HealthAsync()).ShouldContain("incident.comments");
    }

    [Theory]
    [InlineData("servicenow", "assignment_group", "incident.assignment_group")]
    [InlineData("jira", "customfield_10050", "Jira:GroupField")]
    public async Task Assignment_Dropped_IsNotAssignedAndHealthNamesTheField(string system, string field, string named)
    {
        await Client.SwitchTicketsAsync(system, new { dropped = new[] { field } });
        var caseId = await Client.FileAsync(system, KnownPeople.GermanRequester.UserPrincipalName, "Beamer im Raum Donau", "Der Beamer im Raum Donau zeigt seit gestern Abend kein Bild mehr, wir brauchen jemanden vor Ort.");

        var done = await Client.UntilAtRestAsync(caseId);

        done.State.ShouldBe(CaseState.Escalated);
        done.TicketProblems.ShouldContain(problem => problem.Contains(named, StringComparison.Ordinal));
        var escalated = await EntryAsync(caseId, AuditKinds.Escalated);
        escalated.Facts.ContainsKey("not-taken").ShouldBeTrue();
        (await HealthAsync()).ShouldContain(named);
    }

    [Theory]
    [InlineData("servicenow", "state")]
    [InlineData("jira", "transition")]
    public async Task State_Dropped_IsNotResolvedAndAPersonHasIt(string system, string field)
    {
        await Client.SwitchTicketsAsync(system, new { dropped = new[] { field } });

        var done = await Client.UntilAtRestAsync(await SyncAsync(system));

        done.State.ShouldBe(CaseState.Escalated, done.Reason);
        (await _host.AuditKindsAsync(done.CaseId)).ShouldNotContain(AuditKinds.Resolved);
        (await Client.TicketAsync(done.CaseId)).GetProperty("isResolved").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Journal_Hidden_TheCaseGoesToAPersonAndHealthSaysSo()
    {
        await Client.SwitchTicketsAsync("servicenow", new { hiddenTables = new[] { "sys_journal_field" } });
        var caseId = await Client.FileAsync("servicenow", KnownPeople.AmyPoe.UserPrincipalName, "Access to the CRM", "I moved to the key account team. Please give me access to the CRM application.");

        var done = await Client.UntilAsync(caseId, CaseState.Escalated);

        done.OpenApprovalId.ShouldBeNull();
        done.Reason.ShouldNotBeNull().ShouldContain("would not be heard");
        (await HealthAsync()).ShouldContain("sys_journal_field");
    }

    [Fact]
    public async Task Record_ErrorInAnAnswerOfSuccessFiveTimes_IsReadInTheEnd()
    {
        await Client.FaultAsync(new { id = "cancelled", system = "servicenow", kind = "ErrorInAnswer", path = "*table/incident/*", method = "GET", count = 5 });

        var done = await Client.UntilAtRestAsync(await SyncAsync("servicenow"));

        done.State.ShouldBe(CaseState.Resolved, done.Reason);
    }

    [Fact]
    public async Task Requester_WhoMayNotBeLookedUp_IsHandedOverWithThePermission()
    {
        await Client.FaultAsync(new { id = "user", system = "jira", kind = "Forbidden", path = "api/3/user" });
        using var hidden = await Client.Simulator.PostAsync(new Uri("/simulator/tickets/jira/hide-mail", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new { requester = KnownPeople.AmyPoe.UserPrincipalName }));

        var done = await Client.UntilAtRestAsync(await Client.FileAsync("jira", KnownPeople.AmyPoe.UserPrincipalName, "Laptop does not sync", "My laptop does not sync with Intune."));

        done.State.ShouldBe(CaseState.Escalated);
        done.Reason.ShouldNotBeNull().ShouldContain("Browse users and groups");
        (await Client.OurCommentsAsync(done.CaseId, isPublic: false)).ShouldContain(note => note.Contains("Browse users and groups", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Webhook_WithAHundredAndFortyComments_IsAccepted()
    {
        var comments = string.Join(',', Enumerable.Range(0, 140).Select(number => $$"""{"id":"{{number}}","body":"{{new string('x', 2_000)}}\ud83d"}"""));
        using var told = Signed.Jira($$$$$"""{"webhookEvent":"jira:issue_updated","issue":{"id":"10423","key":"ITSD-217","fields":{"comment":{"comments":[{{{{{comments}}}}}]}}}}""");
        using var answer = await Client.Product.SendAsync(told);

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted);
    }

    private Task<string> SyncAsync(string system)
    {
        var laptop = Tenant.DevicesOf(KnownPeople.AmyPoe.Id).Single();
        return Client.FileAsync(
            system, KnownPeople.AmyPoe.UserPrincipalName, "Laptop does not sync", $"My laptop {laptop.Name} has not synced with Intune for days, the Company Portal says last sync was last week. Could you trigger a sync?");
    }

    private async Task<string> HealthAsync() =>
        string.Join(' ', (await _host.Services.GetRequiredService<HelpDesk.Orchestrations.Stages.Health.HealthOverview>().ReadAsync(default)).Entries.Select(entry => entry.Advice));

    private async Task<AuditEvent> EntryAsync(string caseId, string kind)
    {
        await foreach (var entry in _host.Services.GetRequiredService<IAuditLog>().ReadAsync(new CaseId(caseId), default))
        {
            if (entry.Event.Kind == kind)
                return entry.Event;
        }

        throw new InvalidOperationException($"The case {caseId} has no entry '{kind}'.");
    }
}
