using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Simulated;

/// <summary>Each condition of an outcome, read from the simulated tenant: true where people and devices do their part, and not because a step was done.</summary>
public sealed class OutcomeCheckTests
{
    private static readonly string[] OfTheProduct = ["requester.did-not-object", "secret.collected"];

    [Fact]
    public async Task EveryConditionOfTheList_IsReadByExactlyOneCheck()
    {
        await using var graph = await SimulatedGraph.StartAsync();

        graph.Get<IEnumerable<IOutcomeCheck>>().Select(check => check.Name).Concat(OfTheProduct).Order(StringComparer.Ordinal)
            .ShouldBe(OutcomeConditions.All.Select(condition => condition.Name));
    }

    [Theory]
    [InlineData(false, OutcomeState.Holds)]
    [InlineData(true, OutcomeState.Pending)]
    public async Task Device_ThatSynchronised_IsCompliantOnlyWhenIntuneCallsItSo(bool stays, OutcomeState expected)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var device = graph.Tenant.Devices.First(known => known is { OperatingSystem: "Windows", IsOnline: true, OwnerId: not null });
        graph.Change(ObjectKind.Device, device.Id, known => known["complianceState"] = "noncompliant");
        if (stays)
            graph.Fault(FaultKind.StaysNonCompliant);

        var call = await DoneAsync(graph, "device.sync", device.Id, device.OwnerId!);

        var reading = await ReadAsync(graph, "device.compliant", call);
        reading.State.ShouldBe(expected, reading.Evidence);
        (await ReadAsync(graph, "device.checked-in", call)).State.ShouldBe(OutcomeState.Holds);
        if (stays)
            reading.Evidence.ShouldBe("Intune calls the device 'not compliant'.");
    }

    [Theory]
    [InlineData("inGracePeriod")]
    [InlineData("conflict")]
    [InlineData("error")]
    [InlineData("unknown")]
    [InlineData("configManager")]
    public async Task Device_OfAnyOtherState_IsNotCompliant(string state)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var device = graph.Tenant.Devices.First(known => known.OwnerId is not null);
        graph.Change(ObjectKind.Device, device.Id, known => (known["complianceState"], known["lastSyncDateTime"]) = (state, DateTimeOffset.UtcNow.AddMinutes(1).ToString("O")));

        (await ReadAsync(graph, "device.compliant", Call(device.OwnerId!, Step("device.sync", TargetKind.Device, device.Id)))).State.ShouldBe(OutcomeState.Pending);
    }

    [Fact]
    public async Task Device_CompliantByAnOldCheckIn_IsNotBelieved()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var device = graph.Tenant.Devices.First(known => known.OwnerId is not null);
        graph.Change(ObjectKind.Device, device.Id, known => (known["complianceState"], known["lastSyncDateTime"]) = ("compliant", DateTimeOffset.UtcNow.AddHours(-3).ToString("O")));

        var reading = await ReadAsync(graph, "device.compliant", Call(device.OwnerId!, Step("device.sync", TargetKind.Device, device.Id)));

        (reading.State, reading.Evidence.Contains("older than this case's steps", StringComparison.Ordinal)).ShouldBe((OutcomeState.Pending, true));
    }

    [Fact]
    public async Task Pass_IsUsedWhenItsOwnerSignedInAndNotWhenItWasShown()
    {
        await using var graph = await SimulatedGraph.StartAsync(peopleAct: true);
        graph.Fault(FaultKind.PassNeverUsed, count: 1);
        var (never, used) = (await PassAsync(graph, KnownPeople.AmyPoe), await PassAsync(graph, KnownPeople.FrenchRequester));

        (await ReadAsync(graph, "pass.used", used, OutcomeState.Holds)).State.ShouldBe(OutcomeState.Holds);
        (await ReadAsync(graph, "pass.used", never)).ShouldBe(OutcomeReading.Pending("The pass was shown and has not been used yet."));
    }

    [Fact]
    public async Task Pass_ThatExpiredUnused_IsMissed_AndOneThatIsGoneIsNotKnown()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var call = await PassAsync(graph, KnownPeople.AmyPoe);
        graph.Change(ObjectKind.Pass, KnownPeople.AmyPoe.Id, pass => pass["startDateTime"] = DateTimeOffset.UtcNow.AddHours(-2).ToString("O"));

        (await ReadAsync(graph, "pass.used", call)).ShouldBe(OutcomeReading.Missed("The pass has expired and was never used."));

        graph.Remove(ObjectKind.Pass, KnownPeople.AmyPoe.Id);
        (await ReadAsync(graph, "pass.used", call)).State.ShouldBe(OutcomeState.Pending);
    }

    [Fact]
    public async Task Pass_ThatWasNoPartOfThePlan_IsMissed()
    {
        await using var graph = await SimulatedGraph.StartAsync();

        (await ReadAsync(graph, "pass.used", Call(KnownPeople.AmyPoe.Id, Step("user.revoke-sessions", TargetKind.User, KnownPeople.AmyPoe.Id)))).State.ShouldBe(OutcomeState.Missed);
    }

    [Fact]
    public async Task Pass_OfAnEarlierCase_DoesNotCount()
    {
        await using var graph = await SimulatedGraph.StartAsync(peopleAct: true);
        var first = await PassAsync(graph, KnownPeople.AmyPoe);
        await ReadAsync(graph, "pass.used", first, OutcomeState.Holds);

        var second = await graph.PlanAsync("user.grant-temporary-pass", KnownPeople.AmyPoe.Id);

        (await ReadAsync(graph, "pass.used", Call(KnownPeople.AmyPoe.Id, second.Step))).State.ShouldBe(OutcomeState.Pending);
    }

    [Theory]
    [InlineData(false, OutcomeState.Holds)]
    [InlineData(true, OutcomeState.Missed)]
    public async Task Licence_IsThereOnlyWhenItsServicesAreProvisioned(bool isBroken, OutcomeState expected)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        if (isBroken)
            graph.Fault(FaultKind.LicenceNotProvisioned);

        var call = await DoneAsync(graph, "user.assign-licence", KnownPeople.AmyPoe.Id, KnownPeople.AmyPoe.Id, ("skuId", KnownSkus.Visio));

        var reading = await ReadAsync(graph, "licence.provisioned", call);
        reading.State.ShouldBe(expected, reading.Evidence);
        if (isBroken)
            reading.Evidence.ShouldStartWith("A service of the licence could not be provisioned: ");
    }

    [Fact]
    public async Task Licence_WithAnErrorOfItsAssignment_IsMissed()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var call = await DoneAsync(graph, "user.assign-licence", KnownPeople.AmyPoe.Id, KnownPeople.AmyPoe.Id, ("skuId", KnownSkus.Visio));
        graph.Change(ObjectKind.User, KnownPeople.AmyPoe.Id, user =>
        {
            foreach (var state in user["licenseAssignmentStates"]!.AsArray().Where(state => (string?)state!["skuId"] == KnownSkus.Visio))
                (state!["state"], state["error"]) = ("Error", "CountViolation");
        });

        (await ReadAsync(graph, "licence.provisioned", call)).Evidence.ShouldBe("Entra reports an error of the assignment: CountViolation.");
    }

    [Fact]
    public async Task Membership_CountsThroughGroupsToo()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var given = await DoneAsync(graph, "group.add-member", KnownPeople.AmyPoe.Id, KnownPeople.AmyPoe.Id, ("groupId", KnownGroups.Crm), ("expiresAfter", ""));

        (await ReadAsync(graph, "access.member", given, OutcomeState.Holds)).State.ShouldBe(OutcomeState.Holds);
        // Still a member through the team's group: the access was not taken away, whatever became of a direct membership.
        var taken = Call(KnownPeople.GermanRequester.Id, Step("group.remove-member", TargetKind.User, KnownPeople.GermanRequester.Id, ("groupId", KnownGroups.Crm)));
        (await ReadAsync(graph, "access.not-member", taken)).Evidence.ShouldContain("through another group");
    }

    [Theory]
    [InlineData(false, OutcomeState.Holds)]
    [InlineData(true, OutcomeState.Pending)]
    public async Task Application_ThatAGroupBrings_IsInstalledOrNot(bool never, OutcomeState expected)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        if (never)
            graph.Fault(FaultKind.AppNeverInstalls);

        var call = await DoneAsync(graph, "group.add-member", KnownPeople.AmyPoe.Id, KnownPeople.AmyPoe.Id, ("groupId", KnownGroups.Crm), ("expiresAfter", "")) with { App = "Contoso Sales" };

        (await ReadAsync(graph, "app.installed", call, expected)).State.ShouldBe(expected);
        (await ReadAsync(graph, "app.installed", call with { App = null })).State.ShouldBe(OutcomeState.NotNeeded);
    }

    [Fact]
    public async Task Lock_ThatIsPending_IsCalledPendingAndNeverLocked()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var phone = graph.Tenant.Devices.First(known => known is { OperatingSystem: "iOS", IsOnline: true, OwnerId: not null });
        graph.Fault(FaultKind.ActionStaysPending, count: 1);
        var remediation = graph.Get<RemediationCatalogue>().Get("device.remote-lock");
        var first = await graph.PlanAsync("device.remote-lock", phone.Id);
        await remediation.ExecuteAsync(first, default);

        var reading = await ReadAsync(graph, "device.locked-or-wiped", Call(phone.OwnerId!, first.Step));

        reading.State.ShouldBe(OutcomeState.Pending);
        reading.Evidence.ShouldStartWith("The lock is pending: the device is not locked or wiped yet.");
    }

    [Fact]
    public async Task Device_Locked_Holds_AndOneOnlySignedOutOfIsMissed()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var phone = graph.Tenant.Devices.First(known => known is { OperatingSystem: "iOS", IsOnline: true, OwnerId: not null });
        var call = await DoneAsync(graph, "device.remote-lock", phone.Id, phone.OwnerId!);

        (await ReadAsync(graph, "device.locked-or-wiped", call)).State.ShouldBe(OutcomeState.Holds);
        var signedOut = await DoneAsync(graph, "user.revoke-sessions", phone.OwnerId!, phone.OwnerId!);
        (await ReadAsync(graph, "device.locked-or-wiped", signedOut)).State.ShouldBe(OutcomeState.Missed);
        (await ReadAsync(graph, "subject.signed-out", signedOut)).State.ShouldBe(OutcomeState.Holds);
    }

    [Fact]
    public async Task Account_ReadsWhatEntraSays()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var (amy, blocked) = (Call(KnownPeople.AmyPoe.Id, Step("user.enable-sign-in", TargetKind.User, KnownPeople.AmyPoe.Id)), Call(KnownPeople.Disabled.Id, Step("user.enable-sign-in", TargetKind.User, KnownPeople.Disabled.Id)));

        (await ReadAsync(graph, "account.enabled", amy)).State.ShouldBe(OutcomeState.Holds);
        (await ReadAsync(graph, "account.blocked", amy)).State.ShouldBe(OutcomeState.Pending);
        (await ReadAsync(graph, "account.enabled", blocked)).State.ShouldBe(OutcomeState.Pending);
        (await ReadAsync(graph, "account.blocked", blocked)).State.ShouldBe(OutcomeState.Holds);
        (await ReadAsync(graph, "account.not-at-risk", amy)).State.ShouldBe(OutcomeState.Holds);
        (await ReadAsync(graph, "account.not-at-risk", Call(KnownPeople.AtRisk.Id, Step("user.dismiss-risk", TargetKind.User, KnownPeople.AtRisk.Id)))).State.ShouldBe(OutcomeState.Pending);
        var ours = Call(KnownPeople.Disabled.Id, Step("user.disable-sign-in", TargetKind.User, KnownPeople.Disabled.Id));
        (await ReadAsync(graph, "account.enabled", ours)).State.ShouldBe(OutcomeState.Missed);
        (await ReadAsync(graph, "account.enabled", Call(Guid.NewGuid().ToString(), Step("user.enable-sign-in", TargetKind.User, Guid.NewGuid().ToString())))).State.ShouldBe(OutcomeState.Missed);
    }

    private static async Task<OutcomeReading> ReadAsync(SimulatedGraph graph, string name, OutcomeCall call, OutcomeState? wanted = null)
    {
        var check = graph.Get<IEnumerable<IOutcomeCheck>>().Single(check => check.Name == name);
        return wanted is null or OutcomeState.Pending
            ? await check.ReadAsync(call, default)
            : await Eventually.Get<OutcomeReading>(async () => await check.ReadAsync(call, default), seen => seen.State == wanted, name);
    }

    private static async Task<OutcomeCall> PassAsync(SimulatedGraph graph, SimulatedPerson person)
    {
        var call = await graph.PlanAsync("user.grant-temporary-pass", person.Id);
        await graph.Source(SecretKind.TemporaryPass).GetAsync(new SecretRequest(new TargetId(person.Id), new PersonId(person.Id), TimeSpan.FromHours(1)), default);
        return Call(person.Id, call.Step);
    }

    private static async Task<OutcomeCall> DoneAsync(SimulatedGraph graph, string id, string targetId, string personId, params (string Name, string Value)[] parameters)
    {
        var remediation = graph.Get<RemediationCatalogue>().Get(id);
        var call = await graph.PlanAsync(id, targetId, parameters);
        await remediation.ExecuteAsync(call, default);
        await graph.VerifiedAsync(remediation, call);
        return Call(personId, call.Step);
    }

    private static PlanStep Step(string remediation, TargetKind kind, string targetId, params (string Name, string Value)[] parameters) => new(
        "s", remediation, kind, new TargetId(targetId), "name", parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal), "{}", "");

    private static OutcomeCall Call(string personId, PlanStep step)
    {
        var now = DateTimeOffset.UtcNow;
        var plan = new Plan { CaseId = new CaseId("case"), RunbookId = "r", RunbookHash = "h", Intent = "i", RequesterId = new PersonId(personId), SubjectId = new PersonId(personId), Steps = [step] };
        return new OutcomeCall(plan, now, now, now, null);
    }
}
