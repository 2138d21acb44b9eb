using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Policy;

public sealed class PolicyFactsTests : IDisposable
{
    private readonly House _house = new();

    public PolicyFactsTests() => _house.Directory.Devices["d1"] = Scene.Device("d1", House.Requester);

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Facts_OfAPlan_AreReadAfreshAndNotTakenFromIt()
    {
        var plan = Plan("device-sync", House.Requester, Scene.OnDevice("device.sync", "d1"), Scene.OnDevice("device.sync", "gone"));
        _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { Roles = [HeldRole.Unknown] };

        var facts = await GatherAsync(plan);

        facts.Requester.ShouldBe(_house.Directory.People[House.Requester]);
        facts.Subject.ShouldNotBeNull().IsPrivileged.ShouldBeTrue();
        facts.Devices.Keys.ShouldBe(["d1"]);
        facts.Runbook.ShouldNotBeNull().Id.ShouldBe("device-sync");
        (facts.PlanHash, facts.StoredPlanHash).ShouldBe((new PlanHash("carried"), PlanFingerprint.Of(plan)));
        facts.Catalogue.Keys.ShouldBe(_house.Remediations.Keys, ignoreOrder: true);
        (facts.KillSwitchIsOn, facts.SimilarRequesters, facts.ExhaustedBudget, facts.Delegation, facts.Now).ShouldBe((false, 1, null, null, _house.Time.GetUtcNow()));
    }

    [Theory]
    [InlineData("nothing", true)]
    [InlineData("requester", false)]
    [InlineData("runbook", false)]
    public async Task Facts_OfSomebodyWhoIsGone_AreMissing(string gone, bool isThere)
    {
        if (gone == "requester")
            _house.Directory.People.Remove(House.Requester);

        var facts = await GatherAsync(Plan(gone == "runbook" ? "removed-runbook" : "device-sync", House.Requester, Scene.OnDevice("device.sync", "d1")));

        (facts.Requester is not null && facts.Runbook is not null).ShouldBe(isThere);
    }

    [Theory]
    [InlineData("leaver", House.Manager, House.Requester, "managers-offboard-their-reports")]
    [InlineData("leaver", House.Stranger, House.Requester, null)]
    [InlineData("leaver", House.Requester, House.Manager, null)]
    [InlineData("leaver", House.Requester, House.Requester, null)]
    [InlineData("account-compromised", House.Manager, House.Requester, null)]
    public async Task Delegation_OfTheRunbookAndTheRelationNow_HoldsOrDoesNot(string runbook, string requester, string subject, string? rule)
    {
        var plan = Plan(runbook, requester, Scene.OnUser("user.revoke-sessions") with { TargetId = new TargetId(subject) }) with { SubjectId = new PersonId(subject) };

        (await GatherAsync(plan)).Delegation.ShouldBe(rule);
    }

    [Fact]
    public async Task Delegation_OfAManagerWhoIsNoLongerOne_DoesNotHold()
    {
        _house.Directory.Managers[House.Requester] = House.ItManager;

        (await GatherAsync(Plan("leaver", House.Manager, Scene.OnUser("user.revoke-sessions")) with { SubjectId = new PersonId(House.Requester) })).Delegation.ShouldBeNull();
    }

    [Theory]
    [InlineData("user.enable-sign-in", AccountRisk.High)]
    [InlineData("user.revoke-sessions", AccountRisk.Unknown)]
    public async Task Risk_IsReadOnlyWhereAStepDependsOnIt(string remediation, AccountRisk risk)
    {
        _house.Directory.Risks[House.Requester] = AccountRisk.High;

        (await GatherAsync(Plan("account-locked-out", House.Requester, Scene.OnUser(remediation)))).Risk.ShouldBe(risk);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task KillSwitch_AsItStandsNow_IsAFact(bool isOn)
    {
        await _house.Get<KillSwitch>().SetAsync(isOn, "operator:test", "A test.", default);

        (await GatherAsync(Plan("device-sync", House.Requester, Scene.OnDevice("device.sync", "d1")))).KillSwitchIsOn.ShouldBe(isOn);
    }

    private Task<PolicyInput> GatherAsync(Plan plan) =>
        _house.Get<PolicyFacts>().GatherAsync(plan, new PlanHash("carried"), new TriageFacts(plan.Intent, 1, IsModel: true, IsAbstention: false), default);

    private static Plan Plan(string runbook, string requester, params PlanStep[] steps) => new()
    {
        CaseId = new CaseId("servicenow-1"), RunbookId = runbook, RunbookHash = "hash", Intent = "device.sync", RequesterId = new PersonId(requester), SubjectId = new PersonId(requester), Steps = steps,
    };
}
