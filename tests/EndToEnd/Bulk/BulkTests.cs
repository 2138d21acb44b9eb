using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Bulk;

/// <summary>Many at once, from the page where an operator starts it to the audit of the last target.</summary>
public sealed class BulkTests : IAsyncLifetime
{
    private HelpDeskHost _host = null!;

    private HelpDeskClient Client => _host.Client;

    public async Task InitializeAsync() => _host = await HelpDeskHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task SixtyFivePeople_Approved_EverybodySignedOutOnceInThreeWaves()
    {
        var people = Runs.Ordinary(65);
        using var starter = await Visitor.SignInAsync(Client, KnownPeople.ItManager);
        var list = string.Join("\r\n", [.. people.Select(person => person.UserPrincipalName), KnownPeople.BreakGlass.UserPrincipalName, "nobody@contoso.example", people[0].Id]);
        var caseId = await Runs.StartAsync(Client, starter, list);

        var run = await Runs.UntilAsync(Client, caseId, run => run.Phase == BulkPhase.Review);
        (run.Targets, run.RefusedCount).ShouldBe((65, 3));
        (await starter.OpenAsync($"/bulk/{caseId}?show=refused")).Body.ShouldContain("Emergency account");
        (await starter.PressAsync($"/bulk/{caseId}", $"/bulk/{caseId}/ask")).Status.ShouldBe(HttpStatusCode.OK);
        await Client.UntilAsync(caseId, record => record.OpenApprovalId is not null);
        (await _host.DecideAsync(caseId, KnownPeople.ItManager, approve: true)).Kind.ShouldBe(DecisionKind.NotAllowed, "who started it");
        (await _host.DecideAsync(caseId, KnownPeople.SecurityApprover, approve: true)).Kind.ShouldBe(DecisionKind.Recorded);

        run = await Runs.UntilAsync(Client, caseId, run => run.Phase == BulkPhase.Ended);
        run.End.ShouldBe(new BulkEnd(BulkEndKind.Completed, null, new BulkTally(Done: 65)));
        var effects = await Client.GraphEffectsAsync();
        effects.Order().ShouldBe(people.Select(person => $"POST /users/{{user-id}}/revokeSignInSessions on {person.Id}").Order());
        var record = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (record.State, record.Verified).ShouldBe((CaseState.Resolved, true));
        var kinds = await _host.AuditKindsAsync(caseId);
        kinds.Count(kind => kind == AuditKinds.WaveEnded).ShouldBe(3);
        kinds.Count(kind => kind == AuditKinds.TargetEnded).ShouldBe(65);
        kinds.Count(kind => kind == AuditKinds.StepVerified).ShouldBe(65);
        kinds[^1].ShouldBe(AuditKinds.BulkEnded);
        await _host.AuditShouldHoldAsync();
        (await starter.OpenAsync($"/bulk/{caseId}")).Body.ShouldContain("65 of 65 ended");
    }

    [Fact]
    public async Task BlockedPeople_RepairedAndUndone_AreBlockedAgainButForTheOneWhomSomebodyChanged()
    {
        var people = Runs.Blocked(4);
        using var starter = await Visitor.SignInAsync(Client, KnownPeople.ItManager);
        var caseId = await Runs.StartAsync(Client, starter, string.Join('\n', people.Select(person => person.Id)));
        await Runs.ApproveAsync(_host, starter, caseId);
        (await Runs.UntilAsync(Client, caseId, run => run.End is not null)).End!.All.ShouldBe(new BulkTally(Done: 4));
        // Somebody has blocked one of them again already, which is as before; the other three are allowed to sign in.
        await Client.BlockAsync(people[2].Id);
        var before = (await Client.GraphEffectsAsync()).Count;

        var undo = await Runs.UndoAsync(Client, starter, caseId);
        (await Runs.UntilAsync(Client, undo, run => run.Phase == BulkPhase.Review)).Targets.ShouldBe(3);
        var review = (await starter.OpenAsync($"/bulk/{undo}?show=list")).Body;
        review.ShouldContain("Sign-in is blocked again");
        review.ShouldContain("Nothing to undo: the person just signs in again.");
        (await starter.OpenAsync($"/bulk/{undo}?show=refused")).Body.ShouldContain("It is as before already");
        await Runs.ApproveAsync(_host, starter, undo);

        (await Runs.UntilAsync(Client, undo, run => run.End is not null)).End.ShouldBe(new BulkEnd(BulkEndKind.Completed, null, new BulkTally(Done: 3)));
        (await Client.GraphEffectsAsync()).Skip(before).Order().ShouldBe(people.Where(person => person != people[2]).Select(person => $"PATCH /users/{{user-id}} on {person.Id}").Order());
        await _host.AuditShouldHoldAsync();
        (await starter.PressAsync($"/bulk/{caseId}", $"/bulk/{caseId}/undo", ("form", "other"), ("reason", "Once more"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Group_ByItsName_ItsPeopleAreTheFrozenList()
    {
        using var starter = await Visitor.SignInAsync(Client, KnownPeople.ItManager);

        var started = await starter.PressAsync("/bulk", "/bulk", ("runbook", "bulk-sign-in-repair"), ("reason", "The CRM was attacked"), ("group", "crm users"));

        started.Status.ShouldBe(HttpStatusCode.OK, started.Body);
        var run = await Runs.UntilAsync(Client, (await Runs.NewestAsync(Client)).CaseId, run => run.Phase == BulkPhase.Review);
        (run.Targets, run.LineCount, run.Group!.Id).ShouldBe((2, 2, new GroupId(KnownGroups.Crm)));
        (await starter.OpenAsync($"/bulk/{run.CaseId}")).Body.ShouldContain(KnownPeople.GermanRequester.UserPrincipalName);
        (await starter.PressAsync("/bulk", "/bulk", ("runbook", "bulk-sign-in-repair"), ("reason", "The CRM was attacked"), ("group", "crm"))).Body.ShouldContain("This group");
    }
}
