using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Records;

namespace HelpDesk.Orchestrations.Tests.Cases;

public sealed class VerifiedPlanTests
{
    private static readonly CaseId CaseId = new("servicenow-1");

    private readonly CaseContext _contexts = new(new MemoryRecordStore());

    [Fact]
    public async Task Load_ThePlanThatWasStored_GivesIt()
    {
        var reference = await StoreAsync(CaseId);

        (await VerifiedPlan.LoadAsync(_contexts, reference, default)).Plan.CaseId.ShouldBe(CaseId);
    }

    [Fact]
    public async Task Load_AnotherHash_IsNoPlan() => await NoPlanAsync((await StoreAsync(CaseId)) with { Hash = new PlanHash(new string('0', 64)) });

    [Fact]
    public async Task Load_AnotherCase_IsNoPlan() => await NoPlanAsync((await StoreAsync(CaseId)) with { CaseId = new CaseId("servicenow-2") });

    [Fact]
    public async Task Load_AnotherStoredPlanUnderTheApprovedHash_IsNoPlan()
    {
        var approved = await StoreAsync(CaseId);

        await NoPlanAsync(approved with { Context = (await StoreAsync(CaseId, "user.disable-sign-in")).Context });
    }

    [Fact]
    public async Task StepInput_InAHistory_HoldsItsIdsAsPlainTextAndEachOnlyOnce()
    {
        var input = new StepInput(await StoreAsync(CaseId), 0, null);

        var json = DurableJson.Write(input);

        json.ShouldStartWith($"{{\"plan\":{{\"caseId\":\"{CaseId}\",\"context\":{{");
        json.ShouldContain($"\"hash\":\"{input.PlanHash}\"");
        json.ShouldNotContain("planHash");
        DurableJson.Read<StepInput>(json).ShouldBe(input);
    }

    private async Task NoPlanAsync(PlanReference reference)
    {
        (await VerifiedPlan.FindAsync(_contexts, reference, default)).ShouldBeNull();
        await Should.ThrowAsync<InvalidOperationException>(() => VerifiedPlan.LoadAsync(_contexts, reference, default));
    }

    private async Task<PlanReference> StoreAsync(string caseId, string remediation = "user.revoke-sessions")
    {
        var plan = Plans.Of(caseId, remediation);
        return PlanReference.To(plan, await _contexts.PutAsync(new CaseId(caseId), "plan", plan, default));
    }
}
