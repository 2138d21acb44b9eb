using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

/// <summary>
/// A temporary access pass that a technician asks for by one press on the page of a case: another person approves it, a third one collects it, and who
/// pressed can be neither.
/// </summary>
public sealed class PassActionTests
{
    // Her manager is the head of IT. Service desk leads are operators here, so that who presses could otherwise approve and collect.
    private static readonly SimulatedPerson Subject = KnownPeople.WithoutUsageLocation;

    private static readonly SimulatedPerson Presser = KnownPeople.ServiceDeskLead;

    [Fact]
    public async Task Pass_Pressed_IsApprovedAndCollectedByOthers_AndNeverByWhoPressed()
    {
        await using var host = await StartAsync();
        var client = host.Client;
        var caseId = await DeniedAsync(host, "jira", "Kennwort vergessen", "I cannot remember my password after the holidays and need a way to sign in.");
        using var presser = await Visitor.SignInAsync(client, Presser);
        using var approver = await Visitor.SignInAsync(client, KnownPeople.SecondServiceDeskLead);
        using var manager = await Visitor.SignInAsync(client, KnownPeople.ItManager);
        using var subject = await Visitor.SignInAsync(client, Subject);

        var (status, body) = await presser.PressAsync($"/cases/{caseId}", $"/cases/{caseId}/action", ("step", "pass"), ("device", ""), ("number", "1"));
        status.ShouldBe(HttpStatusCode.OK, body);
        var action = (await client.UntilAsync(caseId, record => record.Actions.Count > 0)).Actions.ShouldHaveSingleItem();
        var approvalId = (await client.UntilAsync(action, record => record.OpenApprovalId is not null)).OpenApprovalId!;
        (await presser.DecideAsync(approvalId, approve: true)).Status.ShouldNotBe(HttpStatusCode.OK, "who pressed cannot approve");
        (await subject.DecideAsync(approvalId, approve: true)).Status.ShouldNotBe(HttpStatusCode.OK, "whose pass it is cannot approve");
        (await PassesMadeAsync(client)).ShouldBe(0);
        (await approver.OpenAsync($"/approvals/{approvalId}")).Body.ShouldContain(Presser.DisplayName);
        (await approver.DecideAsync(approvalId, approve: true)).Status.ShouldBe(HttpStatusCode.OK);

        var handOver = (await client.UntilAsync(action, record => record.OpenHandOverId is not null)).OpenHandOverId!;
        foreach (var (visitor, who) in new[] { (presser, "who pressed"), (approver, "who approved"), (subject, "whose pass it is") })
        {
            var refused = await visitor.ShowPassAsync(handOver, ("check", "VideoCall"), ("note", "Hielt den Ausweis in die Kamera"));
            refused.Status.ShouldNotBe(HttpStatusCode.OK, who);
            Visitor.PassOn(refused.Body).ShouldBeNull(who);
        }

        (await PassesMadeAsync(client)).ShouldBe(0, "a pass is made when it is collected");
        var shown = await manager.ShowPassAsync(handOver);
        var pass = Visitor.PassOn(shown.Body).ShouldNotBeNull(shown.Body);
        var again = await manager.ShowPassAsync(handOver);

        (again.Status, again.Body.Contains(pass, StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, false));
        var done = await client.UntilAsync(action, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        (await PassesMadeAsync(client)).ShouldBe(1);
        (await client.TicketAsync(caseId)).GetRawText().ShouldNotContain(pass);
        (await presser.OpenAsync($"/cases/{action}")).Body.ShouldNotContain(pass);
        var kinds = await host.AuditKindsAsync(action);
        kinds.Where(kind => kind.StartsWith("hand-over", StringComparison.Ordinal)).ShouldBe([AuditKinds.HandOverOpened, AuditKinds.HandOverIntended, AuditKinds.HandOverCollected]);
        foreach (var kind in new[] { AuditKinds.Planned, AuditKinds.PolicyDecided, AuditKinds.ApprovalRequested, AuditKinds.ApprovalDecided, AuditKinds.OperatorActed })
            kinds.ShouldContain(kind);
        (await host.AuditKindsAsync(caseId)).Count(kind => kind == AuditKinds.OperatorActed).ShouldBe(2, "that it was pressed, and how it ended");
        await host.AuditShouldHoldAsync();
    }

    [Fact]
    public async Task Press_OfAStalePage_Twice_AfterTheTicketWasResolved_MakesNoPass_AndWhoMayNotPressesNothing()
    {
        await using var host = await StartAsync();
        var client = host.Client;
        var caseId = await DeniedAsync(host, "servicenow", "Olvidé la contraseña", "I cannot remember my password after the holidays and need a way to sign in.");
        using var presser = await Visitor.SignInAsync(client, Presser);
        using var viewer = await Visitor.SignInAsync(client, KnownPeople.SecurityApprover);
        using var subject = await Visitor.SignInAsync(client, Subject);
        var target = $"/cases/{caseId}/action";
        (string, string)[] fields = [("step", "pass"), ("device", ""), ("number", "1")];
        (await viewer.PressAsync($"/cases/{caseId}", target, fields)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await subject.PressAsync("/", target, fields)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var (_, page) = await presser.OpenAsync($"/cases/{caseId}");

        await client.ChangeAsync(caseId, new { author = KnownPeople.SecondServiceDeskLead.UserPrincipalName, state = "6", closeNotes = "La persona se acordó de la contraseña, no hizo falta nada más." });
        for (var press = 0; press < 2; press++)
            (await presser.SendAsync(page, target, fields)).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Conflict);

        foreach (var action in (await client.UntilAsync(caseId, static _ => true)).Actions)
        {
            var ended = await client.UntilAsync(action, record => record.ClosedAt is not null);
            (ended.State, ended.OpenApprovalId, ended.OpenHandOverId).ShouldBe((CaseState.Ignored, null, null), ended.Reason);
            ended.Reason.ShouldNotBeNull().ShouldContain("resolved or closed");
            (await host.AuditKindsAsync(action)).ShouldNotContain(AuditKinds.ApprovalRequested, "no one is asked to approve it");
        }

        (await client.UntilAsync(caseId, static _ => true)).Actions.Count.ShouldBeLessThanOrEqualTo(1);
        (await PassesMadeAsync(client)).ShouldBe(0);
        await host.AuditShouldHoldAsync();
    }

    private static Task<HelpDeskHost> StartAsync() => HelpDeskHost.StartAsync("Pages:OperatorGroup=service-desk");

    // The first request is denied: now a technician has the ticket.
    private static async Task<string> DeniedAsync(HelpDeskHost host, string system, string title, string text)
    {
        var caseId = await host.Client.FileAsync(system, Subject.UserPrincipalName, title, text);
        await host.DecideAsync(caseId, KnownPeople.SecondServiceDeskLead, approve: false);
        await host.Client.UntilAsync(caseId, CaseState.Escalated);
        return caseId;
    }

    private static async Task<int> PassesMadeAsync(HelpDeskClient client) =>
        (await client.GraphEffectsAsync()).Count(effect => effect.StartsWith("POST /users/{user-id}/authentication/temporaryAccessPassMethods", StringComparison.Ordinal));
}
