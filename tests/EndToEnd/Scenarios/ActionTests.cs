using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

/// <summary>An operator has steps of the runbook done on the page of a case, with one press each.</summary>
public sealed class ActionTests
{
    private const string Sync = "POST /deviceManagement/managedDevices/{managedDevice-id}/syncDevice";
    private const string Wipe = "POST /deviceManagement/managedDevices/{managedDevice-id}/wipe";

    private static readonly SimulatedTenant Tenant = new();

    [Fact]
    public async Task Sync_PressedTwiceAndInTwoBrowsers_IsDoneOnceReadBackAndNotedWithTheName()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var (client, subject) = (host.Client, KnownPeople.WithTwoDevices);
        var device = Tenant.DevicesOf(subject.Id)[0];
        var caseId = await ToAPersonAsync(client, subject);
        using var first = await Visitor.SignInAsync(client, KnownPeople.ItManager);
        using var second = await Visitor.SignInAsync(client, KnownPeople.SecondItManager);
        var (_, page) = await first.OpenAsync($"/cases/{caseId}");
        var (_, other) = await second.OpenAsync($"/cases/{caseId}");
        page.ShouldContain($"Sync {device.Name}");
        page.ShouldContain("Open in the admin center");

        foreach (var (visitor, shown) in new[] { (first, page), (second, other), (first, page) })
        {
            var (status, body) = await visitor.SendAsync(shown, $"/cases/{caseId}/action", ("step", "sync"), ("device", device.Id), ("number", "1"));
            status.ShouldBe(HttpStatusCode.OK, body);
        }

        var action = (await client.UntilAsync(caseId, record => record.Actions.Count > 0)).Actions.ShouldHaveSingleItem();
        var done = await client.UntilAsync(action, record => record.ClosedAt is not null);
        done.ShouldSatisfyAllConditions(() => done.State.ShouldBe(CaseState.Resolved, done.Reason), () => done.Verified.ShouldBeTrue());
        (await client.EffectsOnAsync(device.Id)).ShouldBe([Sync]);
        (await Eventually.Get(async () => await client.OurCommentsAsync(caseId, isPublic: false), notes => notes.Exists(note => note.Contains("had this done", StringComparison.Ordinal)), "the note"))
            .ShouldContain(note => note.Contains($"Martin Keller had this done from the case page: Sync {device.Name}.", StringComparison.Ordinal));
        (await first.OpenAsync($"/cases/{caseId}")).Body.ShouldContain("Done and verified");
        (await host.AuditKindsAsync(action)).ShouldBe(
            [AuditKinds.Planned, AuditKinds.PolicyDecided, AuditKinds.StepIntended, AuditKinds.StepExecuted, AuditKinds.StepVerified, AuditKinds.OperatorActed]);
        await host.AuditShouldHoldAsync();
    }

    [Fact]
    public async Task Wipe_Pressed_WaitsForAnotherPersonAndThenRunsOnce()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var (client, subject) = (host.Client, OrdinaryPeople.WithOneLaptop[0]);
        var laptop = Tenant.DevicesOf(subject.Id).Single();
        var caseId = await client.FileAsync("servicenow", subject.UserPrincipalName, "Laptop stolen", "My work laptop was stolen from my car last night. I reported the theft to the police. Please wipe it.");
        await host.DecideAsync(caseId, KnownPeople.SecurityApprover, approve: false);
        await client.UntilAsync(caseId, CaseState.Escalated);
        using var presser = await Visitor.SignInAsync(client, KnownPeople.ItManager);

        var (status, body) = await presser.PressAsync($"/cases/{caseId}", $"/cases/{caseId}/action", ("step", "wipe"), ("device", laptop.Id), ("number", "1"));
        status.ShouldBe(HttpStatusCode.OK, body);
        var action = (await client.UntilAsync(caseId, record => record.Actions.Count > 0)).Actions.Single();
        var waiting = await client.UntilAsync(action, record => record.OpenApprovalId is not null);
        (await client.EffectsOnAsync(laptop.Id)).ShouldNotContain(Wipe, "nothing is wiped before another person agrees");
        (await presser.DecideAsync(waiting.OpenApprovalId!, approve: true)).Status.ShouldNotBe(HttpStatusCode.OK);
        using var approver = await Visitor.SignInAsync(client, KnownPeople.SecondSecurityApprover);
        (await approver.OpenAsync($"/approvals/{waiting.OpenApprovalId}")).Body.ShouldContain("Martin Keller");
        (await approver.DecideAsync(waiting.OpenApprovalId!, approve: true)).Status.ShouldBe(HttpStatusCode.OK);

        var done = await client.UntilAsync(action, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        (await client.EffectsOnAsync(laptop.Id)).Count(effect => effect == Wipe).ShouldBe(1);
        (await client.UntilAsync(caseId, _ => true)).State.ShouldBe(CaseState.Escalated, "the technician closes the ticket");
        await host.AuditShouldHoldAsync();
    }

    [Fact]
    public async Task Press_OfWhoMayNot_OfAnothersDeviceOrOfWhatIsNotOffered_DoesNothing()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var (client, subject) = (host.Client, KnownPeople.WithTwoDevices);
        var caseId = await ToAPersonAsync(client, subject);
        var target = $"/cases/{caseId}/action";
        var own = Tenant.DevicesOf(subject.Id)[0].Id;
        var foreign = Tenant.DevicesOf(KnownPeople.AmyPoe.Id).Single().Id;
        using var viewer = await Visitor.SignInAsync(client, KnownPeople.SecurityApprover);
        using var asker = await Visitor.SignInAsync(client, subject);
        using var nobody = Visitor.Nobody(client);
        using var presser = await Visitor.SignInAsync(client, KnownPeople.ItManager);

        (await viewer.PressAsync($"/cases/{caseId}", target, ("step", "sync"), ("device", own), ("number", "1"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await asker.PressAsync("/sign-in", target, ("step", "sync"), ("device", own), ("number", "1"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await nobody.PressAsync("/sign-in", target, ("step", "sync"), ("device", own), ("number", "1"))).Body.ShouldContain("Sign in");
        (await presser.SendAsync("", target, ("step", "sync"), ("device", own), ("number", "1"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var (step, device) in new[] { ("sync", foreign), ("sync", ""), ("wipe", own), ("sync", "../" + own) })
            (await presser.PressAsync($"/cases/{caseId}", target, ("step", step), ("device", device), ("number", "1"))).Status.ShouldBe(HttpStatusCode.Conflict, step);

        (await client.UntilAsync(caseId, _ => true)).Actions.ShouldBeEmpty();
        (await client.GraphEffectsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Press_OfAnOperatorOnTheirOwnTicket_DoesNothing()
    {
        await using var host = await HelpDeskHost.StartAsync();
        var (client, subject) = (host.Client, KnownPeople.SecondItManager);
        var caseId = await client.FileAsync("servicenow", subject.UserPrincipalName, "Laptop stolen", "My work laptop was stolen from my car last night. I reported the theft to the police. Please wipe it.");
        await host.DecideAsync(caseId, KnownPeople.SecurityApprover, approve: false);
        await client.UntilAsync(caseId, CaseState.Escalated);
        using var own = await Visitor.SignInAsync(client, subject);

        var (status, body) = await own.PressAsync($"/cases/{caseId}", $"/cases/{caseId}/action", ("step", "wipe"), ("device", Tenant.DevicesOf(subject.Id).Single().Id), ("number", "1"));

        (status, body.Contains("A colleague must have it done", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        (await client.UntilAsync(caseId, _ => true)).Actions.ShouldBeEmpty();
    }

    // Which of two devices is meant is not said, and a person is asked for instead of an answer.
    internal static async Task<string> ToAPersonAsync(HelpDeskClient client, SimulatedPerson subject)
    {
        var caseId = await client.FileAsync("servicenow", subject.UserPrincipalName, "Device does not sync", "My device has not synced with Intune for days, the Company Portal says last sync was last week.");
        // On a busy machine the devices may not be read in time, and a person has it at once.
        if ((await client.UntilAtRestAsync(caseId)).State == CaseState.WaitingForAnswer)
            await client.CommentAsync(caseId, "human, please");
        await client.UntilAsync(caseId, CaseState.Escalated);
        return caseId;
    }
}
