using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Containment;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Flows.Undo;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Planning.Undo;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>Contain first: what policy allows is done before anybody is asked, and nothing beside it withholds it.</summary>
public sealed class ContainmentTests : IDisposable
{
    private const string CaseId = "servicenow-9d385017c611228701d22104cc95c371";
    private const string Compromised = "My account was hacked: strangers write from my mailbox and there are sign-ins from abroad.";

    private House _house = new();
    private MemoryRecordStore _memory = new();
    private ApprovalRequest? _approval;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task StolenLaptop_SignOutComesBeforeTheRequest_WipeAfterTheApproval()
    {
        Own("lt", "Windows", "ThinkPad T14");
        Ticket("device.stolen", "My laptop was stolen out of my car.", "laptop");

        var end = await _house.RunAsync(Deciding(true));

        end.State.ShouldBe(CaseState.Resolved, end.Why);
        Order("effect user.revoke-sessions", $"audit {AuditKinds.ApprovalRequested}", $"audit {AuditKinds.ApprovalDecided}", "effect device.wipe");
        Effects().ShouldBe(["effect user.revoke-sessions", "effect device.wipe"]);
        _approval.ShouldNotBeNull();
        (await _house.Get<ApprovalService>().PlanAsync(_approval, default)).Steps.Select(step => step.Id).ShouldBe(["wipe"], "approved is what is left");
    }

    [Fact]
    public async Task StolenPhone_IsLockedBeforeTheRequestToo_ThoughTheLockIsNotReadBackYet()
    {
        Own("ph", "AndroidEnterprise", "Galaxy S24");
        Ticket("device.stolen", "Someone stole my work phone on the bus.", "phone");
        _house.Remediations["device.remote-lock"].NeverShows = true;

        var end = await _house.RunAsync(Deciding(true));

        Order("effect device.remote-lock", $"audit {AuditKinds.ApprovalRequested}", "effect device.wipe");
        end.State.ShouldBe(CaseState.Resolved, "a wiped phone needs no lock");
    }

    [Theory]
    [InlineData("denied")]
    [InlineData("expired")]
    public async Task Wipe_NotApproved_TheSignOutStands(string how)
    {
        Own("lt", "Windows", "ThinkPad T14");
        Ticket("device.stolen", "My laptop was stolen out of my car.", "laptop");

        var end = await _house.RunAsync(how == "denied" ? Deciding(false) : null);

        end.State.ShouldBe(CaseState.Escalated);
        Effects().ShouldBe(["effect user.revoke-sessions"]);
        _house.Remediations["user.revoke-sessions"].IsDone(House.Requester).ShouldBeTrue();
        (await RecordAsync()).Steps.Single(step => step.Id == "signout").State.ShouldBe(CaseStepState.Verified);
    }

    [Fact]
    public async Task SynchronisedAccount_IsSignedOutAndMarked_SecurityReadsWhatActiveDirectoryMustDo()
    {
        _house.Remediations["user.disable-sign-in"].RefusedToPlan = "The account is synchronised from Active Directory: it must be done in Active Directory.";
        _house.Remediations["user.force-password-change"].RefusedToPlan = "The account is synchronised.";
        Ticket("identity.compromised", Compromised);

        var end = await _house.RunAsync();

        (end.State, end.Path).ShouldBe((CaseState.Escalated, CasePath.Person));
        Effects().ShouldBe(["effect user.revoke-sessions", "effect user.confirm-compromised"], ignoreOrder: true);
        _house.Tickets.Group.ShouldBe("Security Operations");
        _house.Tickets.Notes.Single().ShouldContain("must be done in Active Directory");
        _house.Audit.Events.ShouldNotContain(entry => entry.Kind == AuditKinds.ApprovalRequested);
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
            _house.Preflight.Missing["device.wipe"] = ["DeviceManagementManagedDevices.PrivilegedOperations.All"];
        if (what == "switched-off management")
            _house.Directory.DeviceError = new VendorException("graph", "Forbidden", "Intune denies access.", isRetryable: false);
        Ticket("device.stolen", "My laptop was stolen out of my car.", "laptop");

        var end = await _house.RunAsync();

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

        await _house.RunAsync();

        _house.Audit.Events.Last(entry => entry.Kind == AuditKinds.Planned).Facts["question"].ShouldBe("which-device: one, two");
    }

    [Fact]
    public async Task DeviceManagement_DownForAnHour_TheSignOutDoesNotWait()
    {
        Own("lt", "Windows", "ThinkPad T14");
        _house.Directory.DeviceError = new VendorException("graph", "503", "Intune is down.", isRetryable: true);
        Ticket("device.stolen", "My laptop was stolen out of my car.", "laptop");
        var (since, signedOut) = (_house.Time.GetUtcNow(), (DateTimeOffset?)null);
        _house.Remediations["user.revoke-sessions"].OnExecute = () =>
        {
            signedOut = _house.Time.GetUtcNow();
            return Task.CompletedTask;
        };
        using var timer = _house.Time.CreateTimer(_ => _house.Directory.DeviceError = null, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);

        var end = await _house.RunAsync(Deciding(true));

        (signedOut.ShouldNotBeNull() - since).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        end.State.ShouldBe(CaseState.Resolved, end.Why);
        Effects().ShouldBe(["effect user.revoke-sessions", "effect device.wipe"]);
    }

    [Fact]
    public async Task ContainmentStepThatFails_WithholdsNoOther_AndThePersonIsTold()
    {
        _house.Remediations["user.revoke-sessions"].NeverShows = true;
        Ticket("identity.compromised", Compromised);

        var end = await _house.RunAsync(Deciding(true));

        Effects().ShouldBe(["effect user.revoke-sessions", "effect user.confirm-compromised", "effect user.disable-sign-in", "effect user.force-password-change"], ignoreOrder: true);
        end.State.ShouldBe(CaseState.Escalated, "a sign-out that does not show is not done");
        end.Why.ShouldNotBeNull().ShouldContain("did not show in time");
        _house.Trace.ShouldNotContain(line => line.StartsWith("undo", StringComparison.Ordinal));
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
            _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { GroupIds = ["11111111-0000-4000-8000-000000000005"] };
        Own("lt", "Windows", "ThinkPad T14");
        Ticket("device.stolen", "My laptop was stolen out of my car.", "laptop", why == "unsure" ? 0.72 : 0.97);

        var end = await _house.RunAsync(Deciding(true));

        end.State.ShouldBe(CaseState.Resolved, end.Why);
        Order($"audit {AuditKinds.ApprovalDecided}", "effect user.revoke-sessions", "effect device.wipe");
    }

    [Fact]
    public async Task HighImpact_ThatPolicyNames_BlocksAtOnce()
    {
        Restart(services => Replace(services, new ContainmentRules(new HashSet<string>(["user.disable-sign-in", "user.revoke-sessions"], StringComparer.Ordinal), 0.8)));
        Ticket("identity.compromised", Compromised);

        await _house.RunAsync(Deciding(true));

        Order("effect user.disable-sign-in", $"audit {AuditKinds.ApprovalRequested}", "effect user.confirm-compromised");
    }

    [Theory]
    [InlineData("kill switch")]
    [InlineData("privileged")]
    [InlineData("somebody else")]
    public async Task WhatPolicyRefuses_IsNotContainedEither(string why)
    {
        if (why == "kill switch")
            await _house.Get<KillSwitch>().SetAsync(true, "operator:test", "Test", default);
        if (why == "privileged")
            _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { Roles = [HeldRole.Unknown] };
        Ticket("identity.compromised", why == "somebody else" ? "My colleague's account was hacked, strangers write from her mailbox, please block her account." : Compromised);

        (await _house.RunAsync()).State.ShouldBe(CaseState.Escalated);

        Effects().ShouldBeEmpty();
    }

    [Fact]
    public async Task KilledAfterEveryActivity_EachContainmentEffectHappensOnce()
    {
        Own("ph", "iOS", "iPhone 15");
        Ticket("device.stolen", "Someone stole my work phone on the bus.", "phone");
        var context = Deciding(true);
        context.DiesAfter = _ => true;

        (await _house.RunAsync(context)).State.ShouldBe(CaseState.Resolved);

        Effects().Where(effect => effect != "effect device.locate").ShouldBe(["effect user.revoke-sessions", "effect device.remote-lock", "effect device.wipe"], ignoreOrder: true);
        _house.Audit.Events.Select(entry => entry.Key).ShouldBeUnique();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task KilledAtEachWrite_UntilTheApprovalIsAskedFor_EachEffectHappensOnceAndNoneIsLost(bool after)
    {
        for (var (write, last) = (1, false); !last; write++)
        {
            StumblingStore? store = null;
            Restart(services => services.AddSingleton<IRecordStore>(store = new StumblingStore(_memory, write, after)));
            Ticket("identity.compromised", Compromised);
            var context = _house.Context(CaseId);
            context.OnWait = _ => throw new OperationCanceledException("An approval is waited for: far enough.");

            await Should.ThrowAsync<OperationCanceledException>(() => _house.RunAsync(context));

            last = store.ShouldNotBeNull().Writes < write;
            Effects().ShouldBe(["effect user.revoke-sessions", "effect user.confirm-compromised"], $"write {write}");
            (await RecordAsync()).Steps.Where(step => step.Id is "signout" or "risk").ShouldAllBe(step => step.State == CaseStepState.Verified);
            _house.Audit.Events.Select(entry => entry.Key).ShouldBeUnique();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EffectThatTimedOut_BeforeOrAfterItHappened_IsDoneOnce(bool afterEffect)
    {
        Ticket("identity.compromised", Compromised);
        _house.Remediations["user.confirm-compromised"].Faults.Enqueue((afterEffect, new VendorException("graph", "timeout", "No answer.", isRetryable: true)));

        await _house.RunAsync(Deciding(true));

        _house.Remediations["user.confirm-compromised"].Targets.ShouldBe([House.Requester]);
    }

    [Fact]
    public async Task ContainedStep_CanBeUndoneByAnOperator_UnderItsOwnPlan()
    {
        Ticket("identity.compromised", Compromised);
        var end = await _house.RunAsync(Deciding(true));
        end.State.ShouldBe(CaseState.Resolved, end.Why);
        var record = await RecordAsync();

        var offers = await _house.Get<UndoOffers>().OfAsync(record, default);

        offers.Select(offer => offer.Step.Id).ShouldBe(["signout", "risk", "disable", "password"]);
        offers.Single(offer => offer.Step.Id == "risk").ShouldSatisfyAllConditions(offer => offer.WhyNot.ShouldBeNull(), offer => offer.Plan.ShouldNotBe(record.Plan));
        (await _house.Get<UndoService>().AskAsync(CaseId, ["risk", "disable"], House.Person(House.SecurityApprover), "False alarm", default)).WhyNot.ShouldNotBeNull().ShouldContain("separately");
        (await _house.Get<UndoService>().AskAsync(CaseId, ["risk"], House.Person(House.SecurityApprover), "False alarm", default)).CaseId.ShouldBe($"{CaseId}-undo-1");
    }

    [Fact]
    public async Task EveryEffect_StandsUnderAPlanHashThatWasAllowedOrApproved()
    {
        Own("ph", "iOS", "iPhone 15");
        Ticket("device.stolen", "Someone stole my work phone on the bus.", "phone");

        await _house.RunAsync(Deciding(true));

        var allowed = _house.Audit.Events.Where(entry => entry.Kind == AuditKinds.PolicyDecided && entry.Facts["outcome"] == nameof(VerdictOutcome.Allow)).Select(entry => entry.Facts["plan-hash"]);
        var approved = _house.Audit.Events.Where(entry => entry.Kind == AuditKinds.ApprovalDecided).Select(entry => entry.Facts["plan-hash"]);
        foreach (var effect in _house.Audit.Events.Where(entry => entry.Kind == AuditKinds.StepIntended))
            (effect.Facts["remediation"] is "user.revoke-sessions" or "device.remote-lock" ? allowed : approved).ShouldContain(effect.Facts["plan-hash"]);
    }

    private static void Replace(IServiceCollection services, ContainmentRules rules)
    {
        var before = services.Last(service => service.ServiceType == typeof(PolicySet));
        services.Remove(before);
        services.AddSingleton(provider => ((PolicySet)(before.ImplementationInstance ?? before.ImplementationFactory!(provider))) with { Containment = rules });
    }

    private void Restart(Action<IServiceCollection> configure)
    {
        _house.Dispose();
        _memory = new MemoryRecordStore();
        _house = new House(configure);
    }

    private void Own(string id, string system, string model) => _house.Directory.Devices[id] = new Device
    {
        Id = id, Name = $"LON-{id}", OwnerId = House.Requester, OperatingSystem = system, Model = model, IsCompanyOwned = true, IsCompliant = true, SerialNumber = $"SERIAL{id}9", LastSyncAt = _house.Time.GetUtcNow(),
    };

    private void Ticket(string intent, string text, string? device = null, double confidence = 0.97)
    {
        _house.Model.Answer = _ => new TriageAnswer(intent, confidence, DeviceHint: device);
        _house.Tickets.Write("A problem", text, $"{House.Requester}@contoso.example");
    }

    private List<string> Effects() => [.. _house.Trace.Where(line => line.StartsWith("effect", StringComparison.Ordinal))];

    private void Order(params string[] lines)
    {
        var places = lines.Select(line => _house.Trace.IndexOf(line)).ToList();
        places.ShouldAllBe(place => place >= 0);
        places.ShouldBe(places.Order());
    }

    private async Task<CaseRecord> RecordAsync() => (await _house.Get<CaseStore>().FindAsync(CaseId, default)).ShouldNotBeNull();

    private InlineContext Deciding(bool approve)
    {
        var context = _house.Context(CaseId);
        context.OnWait = async _ =>
        {
            _approval ??= await _house.Get<ApprovalService>().ListOpenAsync(default).FirstOrDefaultAsync();
            return _approval is { } gate
                && (await _house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, approve, House.Person(House.SecurityApprover), null, default)).Kind == DecisionKind.Recorded;
        };
        return context;
    }
}
