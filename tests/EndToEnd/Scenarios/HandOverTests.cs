using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

[Collection(SharedHostCollection.Name)]
public sealed class HandOverTests(SharedHost shared)
{
    private HelpDeskClient Client => shared.Host.Client;

    [Fact]
    public async Task LockedOut_ApprovedAndHandedOverByTheManager_PassIsShownOnceAndTheTicketResolved()
    {
        var subject = KnownPeople.SpanishRequester;
        var before = await PassesMadeAsync();
        var caseId = await Client.FileAsync("servicenow", subject.UserPrincipalName, "Locked out of my account", "My account is locked after too many wrong attempts. Please unlock it.");
        var waiting = await Client.UntilAsync(caseId, CaseState.WaitingForApproval);
        using var lead = await Visitor.SignInAsync(Client, KnownPeople.ServiceDeskLead);
        (await lead.DecideAsync(waiting.OpenApprovalId!, approve: true)).Status.ShouldBe(HttpStatusCode.OK);
        var open = await Client.UntilAsync(caseId, CaseState.WaitingForHandOver);
        (await PassesMadeAsync()).ShouldBe(before);

        using var stranger = await Visitor.SignInAsync(Client, KnownPeople.AmyPoe);
        (await stranger.OpenAsync($"/hand-overs/{open.OpenHandOverId}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var manager = await Visitor.SignInAsync(Client, KnownPeople.ApplicationOwner);
        var shown = await manager.ShowPassAsync(open.OpenHandOverId!);
        shown.Status.ShouldBe(HttpStatusCode.OK, shown.Body);
        var pass = Visitor.PassOn(shown.Body).ShouldNotBeNull();
        var again = await manager.ShowPassAsync(open.OpenHandOverId!);

        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.Body.ShouldNotContain(pass);
        var done = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        (await PassesMadeAsync()).ShouldBe(before + 1);
        (await Client.TicketAsync(caseId)).GetRawText().ShouldNotContain(pass);
        (await shared.Host.AuditKindsAsync(caseId)).Where(kind => kind.StartsWith("hand-over", StringComparison.Ordinal))
            .ShouldBe([AuditKinds.HandOverOpened, AuditKinds.HandOverIntended, AuditKinds.HandOverCollected]);
    }

    [Fact]
    public async Task HandOver_ByTheServiceDesk_NeedsARecordedIdentityCheck()
    {
        var subject = OrdinaryPeople.WithOneLaptop[20];
        var before = await PassesMadeAsync();
        var caseId = await Client.FileAsync("jira", subject.UserPrincipalName, "Forgot my password", "I cannot remember my password after the holidays and need a way to sign in.");
        var waiting = await Client.UntilAsync(caseId, CaseState.WaitingForApproval);
        using var lead = await Visitor.SignInAsync(Client, KnownPeople.SecondServiceDeskLead);
        await lead.DecideAsync(waiting.OpenApprovalId!, approve: true);
        var open = await Client.UntilAsync(caseId, CaseState.WaitingForHandOver);

        // Who approved it does not collect it, whatever they say about the identity.
        var alone = await lead.ShowPassAsync(open.OpenHandOverId!, ("check", "VideoCall"), ("note", "Held a card into the camera"));
        alone.Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.BadRequest);
        using var other = await Visitor.SignInAsync(Client, KnownPeople.ServiceDeskLead);
        var withoutCheck = await other.ShowPassAsync(open.OpenHandOverId!);
        withoutCheck.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await PassesMadeAsync()).ShouldBe(before);
        var shown = await other.ShowPassAsync(open.OpenHandOverId!, ("check", "VideoCall"), ("note", "Held a card into the camera"));

        Visitor.PassOn(shown.Body).ShouldNotBeNull(shown.Body);
        (await Client.UntilAsync(caseId, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
    }

    private async Task<int> PassesMadeAsync() =>
        (await Client.GraphEffectsAsync()).Count(effect => effect.StartsWith("POST /users/{user-id}/authentication/temporaryAccessPassMethods", StringComparison.Ordinal));
}
