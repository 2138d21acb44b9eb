using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Policy;

public sealed class DecidePolicyTests : IDisposable
{
    private const int EffectsOnOnePersonAnHour = 30;
    private readonly House _house = new();

    public DecidePolicyTests() => _house.Directory.Devices["d1"] = Scene.Device("d1", House.Requester);

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData(EffectsOnOnePersonAnHour - 1, VerdictOutcome.Allow)]
    [InlineData(EffectsOnOnePersonAnHour, VerdictOutcome.Refuse)]
    public async Task Budget_OfTheHour_IsUsedUpByWhatIsDone(int done, VerdictOutcome verdict)
    {
        await UseUpAsync(done);

        var decided = await DecideAsync("servicenow-this");

        decided.Outcome.ShouldBe(verdict);
        decided.Findings.Any(finding => finding.Rule == nameof(HourlyBudgetExhaustedHandsOver)).ShouldBe(verdict == VerdictOutcome.Refuse);
    }

    [Theory]
    [InlineData(0.99, VerdictOutcome.Allow)]
    [InlineData(0.7, VerdictOutcome.NeedsApproval)]
    [InlineData(0.1, VerdictOutcome.Refuse)]
    public async Task Plans_ThatAreJudgedOrWait_UseUpNoBudget(double confidence, VerdictOutcome verdict)
    {
        await UseUpAsync(EffectsOnOnePersonAnHour - 1);
        // One of them, where it waits: two approvals for one person and runbook are never open at a time.
        for (var at = 0; at < (verdict == VerdictOutcome.NeedsApproval ? 1 : 5); at++)
            (await DecideAsync($"servicenow-other-{at}", confidence)).Outcome.ShouldBe(verdict);

        (await DecideAsync("servicenow-this")).Outcome.ShouldBe(VerdictOutcome.Allow);
    }

    [Fact]
    public async Task Budget_UsedUpWhileTheApprovalWasWaitedFor_RefusesWhenPolicyIsAskedAgain()
    {
        (await DecideAsync("servicenow-1", confidence: 0.7)).Outcome.ShouldBe(VerdictOutcome.NeedsApproval);
        await UseUpAsync(EffectsOnOnePersonAnHour);

        var again = await DecideAsync("servicenow-1", confidence: 0.7, step: 6);

        again.Outcome.ShouldBe(VerdictOutcome.Refuse);
        again.Why.ShouldContain("effects an hour on one person");
    }

    [Fact]
    public async Task Attempt_AfterOneThatDied_GivesTheFirstVerdictThoughTheWorldChanged()
    {
        var first = await DecideAsync("servicenow-1");
        await _house.Get<KillSwitch>().SetAsync(true, "operator:test", "A test.", default);

        var again = await DecideAsync("servicenow-1");
        var next = await DecideAsync("servicenow-1", step: 6);

        (first.Outcome, again.Outcome, next.Outcome).ShouldBe((VerdictOutcome.Allow, VerdictOutcome.Allow, VerdictOutcome.Refuse));
    }

    [Fact]
    public async Task Role_GivenWhileTheApprovalWasWaitedFor_IsAboveTheCeilingWhenPolicyIsAskedAgain()
    {
        (await DecideAsync("servicenow-1", confidence: 0.7)).Outcome.ShouldBe(VerdictOutcome.NeedsApproval);
        _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { Roles = [new HeldRole("fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator")] };

        var again = await DecideAsync("servicenow-1", confidence: 0.7, step: 6);

        again.Outcome.ShouldBe(VerdictOutcome.Refuse);
        again.Findings.Single(finding => finding.Rule == nameof(NobodyAboveTheRoleCeilingIsRemediated)).Reason.ShouldContain("User Administrator");
    }

    [Fact]
    public async Task Verdict_OfEachKind_IsAuditedWithEveryRuleThatSpoke()
    {
        await DecideAsync("servicenow-1", confidence: 0.7);
        _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { Roles = [HeldRole.Unknown] };
        await DecideAsync("servicenow-2", confidence: 0.7);

        var entries = _house.Audit.Events.Where(entry => entry.Kind == AuditKinds.PolicyDecided).ToList();
        entries.Select(entry => entry.Facts["outcome"]).ShouldBe(["NeedsApproval", "Refuse"]);
        entries[0].Facts["rules"].ShouldBe("LowConfidenceIsNeverAutomatic=NeedsApproval");
        entries[0].Facts["approvers"].ShouldBe("service-desk");
        entries[1].Facts["rules"].ShouldBe("PrivilegedAccountsAreNeverRemediatedAutomatically=Refuse, NobodyAboveTheRoleCeilingIsRemediated=Refuse, LowConfidenceIsNeverAutomatic=NeedsApproval");
        entries.ShouldAllBe(entry => entry.Facts["policy-hash"] == _house.Get<PolicySet>().Hash);
    }

    private async Task UseUpAsync(int effects) =>
        (await _house.Get<Budgets>().ReserveAsync(
            Plans.Of("servicenow-done", [.. Enumerable.Repeat("device.sync", effects)]) with { SubjectId = new PersonId(House.Requester) }, 0, default)).ShouldBeNull();

    private async Task<Verdict> DecideAsync(string caseId, double confidence = 0.99, int step = 5)
    {
        await _house.Get<CaseStore>().OpenAsync(new TicketReference("servicenow", caseId["servicenow-".Length..], "INC1"), _house.Time.GetUtcNow(), default);
        var runbook = _house.Get<RunbookLibrary>().Find("device-sync").ShouldNotBeNull();
        var plan = new Plan
        {
            CaseId = new CaseId(caseId), RunbookId = runbook.Id, RunbookHash = runbook.Hash, Intent = runbook.Intents[0], RequesterId = new PersonId(House.Requester), SubjectId = new PersonId(House.Requester),
            Steps = [Scene.OnDevice("device.sync", "d1") with { Id = "sync" }],
        };
        var reference = await _house.Get<CaseContext>().PutAsync(new CaseId(caseId), "plan", plan, default);
        return await _house.Get<DecidePolicy>().RunAsync(
            new ActivityContext(caseId, $"{caseId}/{step}", 1, default),
            new DecidePolicy.Input(PlanReference.To(plan, reference), new TriageFacts(plan.Intent, confidence, IsModel: true, IsAbstention: false)));
    }
}
