using System.Net;
using System.Net.Http.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Kills;

/// <summary>P5: the process is killed the hard way at a point of a case that needs approval; it ends resolved, each effect done once.</summary>
public sealed class KillPointTests : IAsyncLifetime
{
    private const string Revoke = "POST /users/{user-id}/revokeSignInSessions";
    private const string Wipe = "POST /deviceManagement/managedDevices/{managedDevice-id}/wipe";

    private static readonly SimulatedTenant Tenant = new();


    // One for each point: five wipes an hour are the budget of an organisation.
    private readonly KilledHelpDesk _killed = new();

    private HelpDeskClient Client => _killed.Client;

    public Task InitializeAsync() => _killed.InitializeAsync();

    public Task DisposeAsync() => _killed.DisposeAsync();

    [Theory]
    [InlineData(KillPoint.WebhookAccepted)]
    [InlineData(KillPoint.DuringTriage)]
    [InlineData(KillPoint.AfterContainment)]
    [InlineData(KillPoint.WaitingForApproval)]
    [InlineData(KillPoint.JustDecided)]
    [InlineData(KillPoint.AfterTheFirstEffect)]
    [InlineData(KillPoint.BeforeTheLastReadBack)]
    [InlineData(KillPoint.DuringClosing)]
    public async Task Killed_AtAPoint_TheCaseEndsResolvedAndEveryEffectHappenedOnce(KillPoint point)
    {
        var subject = OrdinaryPeople.WithOneLaptop[(int)point];
        var device = Tenant.DevicesOf(subject.Id).Single();

        var caseId = await UntilPointAsync(point, subject);
        await _killed.KillAsync();
        await _killed.StartAgainAsync();
        // The simulated tenant keeps its faults over a restart, as an outage would.
        await Client.NoFaultsAsync();

        var rest = await Client.UntilAtRestAsync(caseId);
        if (point <= KillPoint.WaitingForApproval)
        {
            rest.State.ShouldBe(CaseState.WaitingForApproval, rest.Reason);
            await DecideAsync(caseId);
        }

        var done = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        done.Verified.ShouldBeTrue();
        (await Client.EffectsOnAsync(subject.Id)).ShouldBe([Revoke]);
        (await Client.EffectsOnAsync(device.Id)).ShouldBe([Wipe]);
        (await Client.TicketAsync(caseId)).GetProperty("isResolved").GetBoolean().ShouldBeTrue();
        (await Client.OurCommentsAsync(caseId)).Count.ShouldBe(2, "one that it waits, one that it is done");
        var (exitCode, output) = await _killed.VerifyAuditAsync();
        exitCode.ShouldBe(0, output);
    }

    private async Task<string> UntilPointAsync(KillPoint point, SimulatedPerson subject)
    {
        switch (point)
        {
            case KillPoint.WebhookAccepted:
                return await AcceptedAsync(subject);
            case KillPoint.DuringTriage:
                await Client.FaultAsync(new { id = "slow", system = "graph", kind = "Latency", seconds = 20 });
                var reading = await FileAsync(subject);
                await Client.UntilAsync(reading, record => record.State == CaseState.Working && record.Title is not null);
                return reading;
        }

        var caseId = await FileAsync(subject);
        if (point == KillPoint.AfterContainment)
        {
            await EffectAsync(subject.Id, Revoke);
            return caseId;
        }

        await Client.UntilAsync(caseId, CaseState.WaitingForApproval);
        if (point == KillPoint.WaitingForApproval)
            return caseId;
        await DecideAsync(caseId);
        if (point == KillPoint.AfterTheFirstEffect)
            await EffectAsync(subject.Id, Revoke);
        if (point is KillPoint.BeforeTheLastReadBack or KillPoint.DuringClosing)
            await EffectAsync(Tenant.DevicesOf(subject.Id).Single().Id, Wipe);
        if (point == KillPoint.DuringClosing)
        {
            await Client.FaultAsync(new { id = "slow", system = "servicenow", kind = "Latency", seconds = 20 });
            await Client.UntilAsync(caseId, record => record.Steps.All(step => step.State is CaseStepState.Verified or CaseStepState.Skipped));
        }

        return caseId;
    }

    // The webhook is posted by hand, so that its answer is seen before the kill.
    private async Task<string> AcceptedAsync(SimulatedPerson subject)
    {
        (await Client.Simulator.PutAsJsonAsync("/simulator/tickets/webhooks", new { lose = true })).EnsureSuccessStatusCode();
        var caseId = await FileAsync(subject);
        var ticket = await Client.TicketAsync(caseId);
        using var request = Signed.ServiceNow(
            $$"""{"event":"insert","table":"incident","sys_id":"{{ticket.GetProperty("id").GetString()}}","sys_mod_count":"0","number":"{{ticket.GetProperty("number").GetString()}}"}""");
        using var answer = await Client.Product.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return caseId;
    }

    private Task<string> FileAsync(SimulatedPerson subject) => Client.FileAsync(
        "servicenow", subject.UserPrincipalName, "Laptop stolen", "My work laptop was stolen from my car last night. I reported the theft to the police. Please wipe it.");

    private async Task DecideAsync(string caseId)
    {
        using var approver = await Visitor.SignInAsync(Client, KnownPeople.SecurityApprover);
        var approvalId = (await Client.UntilAsync(caseId, record => record.OpenApprovalId is not null)).OpenApprovalId!;
        (await approver.DecideAsync(approvalId, approve: true)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private Task EffectAsync(string targetId, string effect) =>
        Eventually.Get(() => Client.EffectsOnAsync(targetId)!, effects => effects.Contains(effect), effect);
}
