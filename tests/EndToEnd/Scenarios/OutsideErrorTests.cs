using System.Diagnostics;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

/// <summary>The outside world fails; each test has its own people, so that only the fault is shared.</summary>
public sealed class OutsideErrorTests : IClassFixture<SharedHost>, IAsyncLifetime
{
    private const string Revoke = "POST /users/{user-id}/revokeSignInSessions";
    private const string Confirm = "POST /identityProtection/riskyUsers/confirmCompromised";
    private const string Disable = "PATCH /users/{user-id}";
    private const string Sync = "POST /deviceManagement/managedDevices/{managedDevice-id}/syncDevice";

    private static readonly SimulatedTenant Tenant = new();

    // People with exactly one device, a Windows laptop: nobody's ticket leaves a doubt.
    private static readonly Queue<SimulatedPerson> Fresh = new(OrdinaryPeople.WithOneLaptop);

    private readonly HelpDeskHost _host;

    public OutsideErrorTests(SharedHost shared) => _host = shared.Host;

    private HelpDeskClient Client => _host.Client;

    public Task InitializeAsync() => Client.NoFaultsAsync();

    public Task DisposeAsync() => Client.NoFaultsAsync();

    [Theory]
    [InlineData("Throttled", 2)]
    [InlineData("Throttled", 0)]
    [InlineData("Unavailable", 0)]
    [InlineData("ServerError", 1)]
    [InlineData("DropBefore", 1)]
    [InlineData("DropAfter", 1)]
    public async Task Graph_FailsTwiceAtTheEffect_EachEffectHappensOnce(string kind, double seconds)
    {
        var subject = Fresh.Dequeue();
        await Client.FaultAsync(new { id = "f", system = "graph", kind, method = "POST", path = "*revokeSignInSessions", count = 2, seconds });
        var since = Stopwatch.StartNew();
        var caseId = await CompromisedAsync(subject);

        await _host.DecideAsync(caseId, KnownPeople.SecurityApprover, approve: true);

        var done = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        done.Verified.ShouldBeTrue();
        await EachEffectOnceAsync(subject);
        if (seconds > 1)
            since.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(2 * seconds), "Retry-After was not honoured");
        await _host.AuditShouldHoldAsync();
    }

    [Fact]
    public async Task Device_TimesOutAfterTheActionWasQueued_ItIsQueuedOnce()
    {
        var subject = Fresh.Dequeue();
        await Client.FaultAsync(new { id = "f", system = "graph", kind = "DropAfter", method = "POST", path = "*syncDevice", count = 1 });

        var done = await Client.UntilAtRestAsync(await FileSyncAsync(subject));

        (done.State, done.Path).ShouldBe((CaseState.Resolved, CasePath.Automatic), done.Reason);
        (await Client.EffectsOnAsync(DeviceOf(subject))).ShouldBe([Sync]);
    }

    [Theory]
    [InlineData("ActionFails")]
    [InlineData("ActionNotSupported")]
    public async Task Device_TakesTheOrderAndDoesNotDoIt_IsNotCalledDone(string kind)
    {
        var subject = Fresh.Dequeue();
        await Client.FaultAsync(new { id = "f", system = "graph", kind, path = "*wipe" });
        var caseId = await Client.FileAsync(
            "servicenow", subject.UserPrincipalName, "Laptop stolen", "My work laptop was stolen from my car last night. I reported the theft to the police. Please wipe it.");
        (await Client.UntilAtRestAsync(caseId)).State.ShouldBe(CaseState.WaitingForApproval);

        await _host.DecideAsync(caseId, KnownPeople.SecurityApprover, approve: true);

        var done = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        (done.State, done.Path).ShouldBe((CaseState.Escalated, CasePath.Person), done.Reason);
        done.Verified.ShouldBeFalse();
        (await Client.TicketAsync(caseId)).GetProperty("isResolved").GetBoolean().ShouldBeFalse();
        (await Client.EffectsOnAsync(DeviceOf(subject))).Count(effect => effect.EndsWith("/wipe", StringComparison.Ordinal)).ShouldBe(1);
        done.Steps.ShouldContain(step => step.Remediation == "device.wipe" && step.State == CaseStepState.Failed);
    }

    [Fact]
    public async Task Graph_ShowsOldStateForAWhile_IsReadUntilTheEffectShows()
    {
        var subject = Fresh.Dequeue();
        var caseId = await CompromisedAsync(subject);
        await Client.FaultAsync(new { id = "f", system = "graph", kind = "StaleReads", seconds = 4 });

        await _host.DecideAsync(caseId, KnownPeople.SecurityApprover, approve: true);

        await Client.UntilAsync(caseId, record => record.Steps.Any(step => step.State == CaseStepState.Verifying));
        var done = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        await EachEffectOnceAsync(subject);
    }

    [Theory]
    [InlineData("servicenow")]
    [InlineData("jira")]
    public async Task TicketSystem_DownFromTheStart_TheCaseGoesOnWhenItIsBack(string system)
    {
        var subject = Fresh.Dequeue();
        await Client.FaultAsync(new { id = "f", system, kind = "Down" });
        var caseId = await FileSyncAsync(subject, system);
        (await Client.UntilAsync(caseId, _ => true)).State.ShouldBe(CaseState.Working);
        (await Client.EffectsOnAsync(DeviceOf(subject))).ShouldBeEmpty();

        await Client.NoFaultsAsync();

        var done = await Client.UntilAtRestAsync(caseId);
        (done.State, done.Path).ShouldBe((CaseState.Resolved, CasePath.Automatic), done.Reason);
        (await Client.EffectsOnAsync(DeviceOf(subject))).ShouldBe([Sync]);
        (await Client.OurCommentsAsync(caseId)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("servicenow")]
    [InlineData("jira")]
    public async Task TicketSystem_BreaksOffAfterEachWrite_WritesNothingTwice(string system)
    {
        var subject = Fresh.Dequeue();
        foreach (var method in new[] { "POST", "PATCH", "PUT" })
            await Client.FaultAsync(new { id = method, system, kind = "DropAfter", method, path = system == "jira" ? "*/jira/*" : "*/api/now/*", count = 1 });

        var caseId = await FileSyncAsync(subject, system);

        var done = await Client.UntilAtRestAsync(caseId);
        (done.State, done.Path).ShouldBe((CaseState.Resolved, CasePath.Automatic), done.Reason);
        (await Client.OurCommentsAsync(caseId)).Count.ShouldBe(1);
        (await Client.TicketAsync(caseId)).GetProperty("isResolved").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Teams_Down_ThePageStillDecides()
    {
        await Client.FaultAsync(new { id = "f", system = "teams", kind = "Down" });
        var subject = Fresh.Dequeue();
        var caseId = await CompromisedAsync(subject);

        using var approver = await Visitor.SignInAsync(Client, KnownPeople.SecurityApprover);
        await approver.DecideAsync((await Client.UntilAsync(caseId, CaseState.WaitingForApproval)).OpenApprovalId!, approve: true);

        (await Client.UntilAsync(caseId, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
        await EachEffectOnceAsync(subject);
    }

    [Fact]
    public async Task Graph_DownDuringTheRemediation_GoesOnWhenItIsBack()
    {
        var subject = Fresh.Dequeue();
        var caseId = await CompromisedAsync(subject);
        // Who may decide is read from Graph, so it goes down at the first write.
        await Client.FaultAsync(new { id = "f", system = "graph", kind = "Unavailable", method = "PATCH", seconds = 0 });
        await _host.DecideAsync(caseId, KnownPeople.SecurityApprover, approve: true);
        await Client.UntilAsync(caseId, record => record.Steps.Any(step => step.State == CaseStepState.Running));
        (await Client.EffectsOnAsync(subject.Id)).ShouldBe([Revoke, Confirm], ignoreOrder: true);

        await Client.NoFaultsAsync();

        (await Client.UntilAsync(caseId, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
        await EachEffectOnceAsync(subject);
    }

    // Contained first, side by side. Blocking and asking for a new password are the same call on the account.
    private async Task EachEffectOnceAsync(SimulatedPerson subject)
    {
        var effects = await Client.EffectsOnAsync(subject.Id);
        effects.Take(2).ShouldBe([Revoke, Confirm], ignoreOrder: true);
        effects.Skip(2).ShouldBe([Disable, Disable]);
    }

    private static string DeviceOf(SimulatedPerson subject) => Tenant.DevicesOf(subject.Id).Single().Id;

    private async Task<string> CompromisedAsync(SimulatedPerson subject)
    {
        var caseId = await Client.FileAsync(
            "servicenow", subject.UserPrincipalName, "I clicked a phishing link", "I entered my password on a fake sign-in page and now there are sign-ins from another country. My account is compromised.");
        var waiting = await Client.UntilAtRestAsync(caseId);
        waiting.State.ShouldBe(CaseState.WaitingForApproval, waiting.Reason);
        return caseId;
    }

    private Task<string> FileSyncAsync(SimulatedPerson subject, string system = "servicenow") => Client.FileAsync(
        system, subject.UserPrincipalName, "Laptop does not sync", "My laptop has not synced with Intune for days, the Company Portal says last sync was last week. Could you trigger a sync?");
}
