using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy.Containment;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Execution.Leases;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>Contain first: what policy allows is done before anybody is asked, and nothing beside it withholds it.</summary>
public sealed class ContainmentTests : ContainmentScene
{
    [Fact]
    public async Task StolenLaptop_SignOutComesBeforeTheRequest_WipeAfterTheApproval()
    {
        Own("lt", "Windows", "ThinkPad T14");
        Ticket("device.stolen", "My laptop was stolen out of my car.", "laptop");

        var end = await House.RunAsync(Deciding(true));

        end.State.ShouldBe(CaseState.Resolved, end.Why);
        Order("effect user.revoke-sessions", $"audit {AuditKinds.ApprovalRequested}", $"audit {AuditKinds.ApprovalDecided}", "effect device.wipe");
        Effects().ShouldBe(["effect user.revoke-sessions", "effect device.wipe"]);
        Approval.ShouldNotBeNull();
        (await House.Get<ApprovalService>().FindPlanAsync(Approval, default))!.Steps.Select(step => step.Id).ShouldBe(["wipe"], "approved is what is left");
    }

    [Fact]
    public async Task StolenPhone_IsLockedBeforeTheRequestToo_ThoughTheLockIsNotReadBackYet()
    {
        Own("ph", "AndroidEnterprise", "Galaxy S24");
        Ticket("device.stolen", "Someone stole my work phone on the bus.", "phone");
        House.Remediations["device.remote-lock"].NeverShows = true;

        var end = await House.RunAsync(Deciding(true));

        Order("effect device.remote-lock", $"audit {AuditKinds.ApprovalRequested}", "effect device.wipe");
        end.State.ShouldBe(CaseState.Resolved, "a wiped phone needs no lock");
    }

    [Fact]
    public async Task Account_HeldByAnotherCase_IsSignedOutWithoutWaitingForIt()
    {
        Ticket("identity.compromised", Compromised);
        House.Workflows.Statuses["servicenow-2"] = new WorkflowStatus("servicenow-2", "ticket", WorkflowState.Running, null, default, default, null, null, null);
        (await House.Get<TargetLeases>().TakeAsync(TargetKind.User, new TargetId(Harness.House.Requester), new LeaseHolder("servicenow-2", new CaseId("servicenow-2"), "step"), goesFirst: false, default)).IsTaken.ShouldBeTrue();
        var began = House.Time.GetUtcNow();
        DateTimeOffset? asked = null;

        var context = House.Context(CaseId);
        context.OnWait = _ =>
        {
            asked ??= House.Time.GetUtcNow();
            return Task.FromResult(false);
        };
        await House.RunAsync(context);

        Effects().Take(2).ShouldBe(["effect user.revoke-sessions", "effect user.confirm-compromised"], ignoreOrder: true);
        (asked.ShouldNotBeNull() - began).ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("denied")]
    [InlineData("expired")]
    public async Task Wipe_NotApproved_TheSignOutStands(string how)
    {
        Own("lt", "Windows", "ThinkPad T14");
        Ticket("device.stolen", "My laptop was stolen out of my car.", "laptop");

        var end = await House.RunAsync(how == "denied" ? Deciding(false) : null);

        end.State.ShouldBe(CaseState.Escalated);
        Effects().ShouldBe(["effect user.revoke-sessions"]);
        House.Remediations["user.revoke-sessions"].IsDone(Harness.House.Requester).ShouldBeTrue();
        (await RecordAsync()).Steps.Single(step => step.Id == "signout").State.ShouldBe(CaseStepState.Verified);
    }

    [Fact]
    public async Task SynchronisedAccount_IsSignedOutAndMarked_SecurityReadsWhatActiveDirectoryMustDo()
    {
        House.Remediations["user.disable-sign-in"].RefusedToPlan = "The account is synchronised from Active Directory: it must be done in Active Directory.";
        House.Remediations["user.force-password-change"].RefusedToPlan = "The account is synchronised.";
        Ticket("identity.compromised", Compromised);

        var end = await House.RunAsync();

        (end.State, end.Path).ShouldBe((CaseState.Escalated, CasePath.Person));
        Effects().ShouldBe(["effect user.revoke-sessions", "effect user.confirm-compromised"], ignoreOrder: true);
        House.Tickets.Group.ShouldBe("Security Operations");
        House.Tickets.Notes.Single().ShouldContain("must be done in Active Directory");
        House.Audit.Events.ShouldNotContain(entry => entry.Kind == AuditKinds.ApprovalRequested);
    }

    [Theory]
    [InlineData("unknown device")]
    [InlineData("no device")]
    [InlineData("missing permission")]
    [InlineData("switched-off management")]
    public async Task WipeThatCannotBePlanned_NeverWithholdsTheSignOut_AndIsListedAsNotDone(string what)
    {
        if (what != "no device")
            Own("one", "Windows", "ThinkPad T14");
        if (what == "unknown device")
            Own("two", "Windows", "Latitude 7440");
        if (what == "missing permission")
            House.Preflight.Missing["device.wipe"] = ["DeviceManagementManagedDevices.PrivilegedOperations.All"];
        if (what == "switched-off management")
            House.Directory.DeviceError = new VendorException("graph", "Forbidden", "Intune denies access.", isRetryable: false);
        Ticket("device.stolen", "My laptop was stolen out of my car.", "laptop");

        var end = await House.RunAsync();

        (end.State, end.Path).ShouldBe((CaseState.Escalated, CasePath.Person));
        Effects().ShouldBe(["effect user.revoke-sessions"]);
        var steps = (await RecordAsync()).Steps;
        steps.Single(step => step.Id == "signout").State.ShouldBe(CaseStepState.Verified);
        steps.Single(step => step.Id == "wipe").ShouldSatisfyAllConditions(step => step.State.ShouldBe(CaseStepState.Skipped), step => step.Note.ShouldNotBeNullOrEmpty());
        end.Why.ShouldNotBeNull().ShouldContain(what switch { "unknown device" => "ThinkPad T14", "no device" => "no managed device", "missing permission" => "PrivilegedOperations", _ => "Intune denies access" });
    }

    [Fact]
    public async Task UnknownDevice_TheQuestionThatWouldHelpIsInTheResult()
    {
        Own("one", "Windows", "ThinkPad T14");
        Own("two", "Windows", "Latitude 7440");
        Ticket("device.stolen", "My laptop was stolen out of my car.", "laptop");

        await House.RunAsync();

        House.Audit.Events.Last(entry => entry.Kind == AuditKinds.Planned).Facts["question"].ShouldBe("which-device: one, two");
    }

    [Fact]
    public async Task DeviceManagement_DownForAnHour_TheSignOutDoesNotWait()
    {
        Own("lt", "Windows", "ThinkPad T14");
        House.Directory.DeviceError = new VendorException("graph", "503", "Intune is down.", isRetryable: true);
        Ticket("device.stolen", "My laptop was stolen out of my car.", "laptop");
        var (since, signedOut) = (House.Time.GetUtcNow(), (DateTimeOffset?)null);
        House.Remediations["user.revoke-sessions"].OnExecute = () =>
        {
            signedOut = House.Time.GetUtcNow();
            return Task.CompletedTask;
        };
        using var timer = House.Time.CreateTimer(_ => House.Directory.DeviceError = null, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);

        var end = await House.RunAsync(Deciding(true));

        (signedOut.ShouldNotBeNull() - since).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        end.State.ShouldBe(CaseState.Resolved, end.Why);
        Effects().ShouldBe(["effect user.revoke-sessions", "effect device.wipe"]);
    }

    [Fact]
    public async Task ContainmentStepThatFails_WithholdsNoOther_AndThePersonIsTold()
    {
        House.Remediations["user.revoke-sessions"].NeverShows = true;
        Ticket("identity.compromised", Compromised);

        var end = await House.RunAsync(Deciding(true));

        Effects().ShouldBe(["effect user.revoke-sessions", "effect user.confirm-compromised", "effect user.disable-sign-in", "effect user.force-password-change"], ignoreOrder: true);
        end.State.ShouldBe(CaseState.Escalated, "a sign-out that does not show is not done");
        end.Why.ShouldNotBeNull().ShouldContain("did not show in time");
        House.Trace.ShouldNotContain(line => line.StartsWith("undo", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("vip")]
    [InlineData("unsure")]
    [InlineData("not named")]
    public async Task WhatPolicyDoesNotAllowAtOnce_WaitsForTheApprovalWithTheRest(string why)
    {
        if (why == "not named")
            Restart(services => Replace(services, new ContainmentRules(new HashSet<string>(StringComparer.Ordinal), 0.8)));
        if (why == "vip")
            House.Directory.People[Harness.House.Requester] = House.Directory.People[Harness.House.Requester] with { GroupIds = ["11111111-0000-4000-8000-000000000005"] };
        Own("lt", "Windows", "ThinkPad T14");
        Ticket("device.stolen", "My laptop was stolen out of my car.", "laptop", why == "unsure" ? 0.72 : 0.97);

        var end = await House.RunAsync(Deciding(true));

        end.State.ShouldBe(CaseState.Resolved, end.Why);
        Order($"audit {AuditKinds.ApprovalDecided}", "effect user.revoke-sessions", "effect device.wipe");
    }

    [Fact]
    public async Task HighImpact_ThatPolicyNames_BlocksAtOnce()
    {
        Restart(services => Replace(services, new ContainmentRules(new HashSet<string>(["user.disable-sign-in", "user.revoke-sessions"], StringComparer.Ordinal), 0.8)));
        Ticket("identity.compromised", Compromised);

        await House.RunAsync(Deciding(true));

        Order("effect user.disable-sign-in", $"audit {AuditKinds.ApprovalRequested}", "effect user.confirm-compromised");
    }

    [Theory]
    [InlineData("kill switch")]
    [InlineData("privileged")]
    [InlineData("somebody else")]
    public async Task WhatPolicyRefuses_IsNotContainedEither(string why)
    {
        if (why == "kill switch")
            await House.Get<KillSwitch>().SetAsync(true, "operator:test", "Test", default);
        if (why == "privileged")
            House.Directory.People[Harness.House.Requester] = House.Directory.People[Harness.House.Requester] with { Roles = [HeldRole.Unknown] };
        Ticket("identity.compromised", why == "somebody else" ? "My colleague's account was hacked, strangers write from her mailbox, please block her account." : Compromised);

        (await House.RunAsync()).State.ShouldBe(CaseState.Escalated);

        Effects().ShouldBeEmpty();
    }
}
