using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Mass;

/// <summary>Whatever a history or the store is made to say, only what was approved is done.</summary>
public sealed class FrozenListTests : IDisposable
{
    private const string Revoke = "user.revoke-sessions";

    private readonly MassHouse _mass = new();

    public void Dispose() => _mass.Dispose();

    [Theory]
    [InlineData(MassList.Kind)]
    [InlineData(MassList.PartKind)]
    [InlineData("plan")]
    public async Task Stored_ChangedAfterTheApproval_NothingOfItIsDone(string kind)
    {
        var caseId = await _mass.StartAsync(_mass.People(6));
        _mass.OnWait = async (id, name) =>
        {
            var agreed = await _mass.AgreeAsync(id, name);
            if (name.StartsWith("approval-", StringComparison.Ordinal))
                await ForgeAsync(id, kind);
            return agreed;
        };

        (await _mass.RunAsync(caseId)).Kind.ShouldBe(MassEndKind.ListChanged);

        _mass.EffectsOf(Revoke).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(MassList.Kind, MassEndKind.ListChanged)]
    [InlineData(MassList.PartKind, MassEndKind.ListChanged)]
    [InlineData("plan", MassEndKind.TooManyFailures)]
    public async Task Stored_ChangedDuringTheCanary_NothingMoreIsDone(string kind, MassEndKind how)
    {
        var caseId = await _mass.StartAsync(_mass.People(12));
        _mass.House.Remediations[Revoke].OnExecute = () => _mass.EffectsOf(Revoke).Count == 4 ? ForgeAsync(caseId, kind) : Task.CompletedTask;

        (await _mass.RunAsync(caseId)).Kind.ShouldBe(how);

        _mass.EffectsOf(Revoke).Count.ShouldBe(5);
        _mass.EffectsOf(Revoke).ShouldNotContain(House.Manager);
    }

    [Fact]
    public async Task Step_OfAPlanThatIsNotOnTheList_IsRefusedWhateverTheHistorySays()
    {
        var caseId = await _mass.StartAsync(_mass.People(6));
        await _mass.RunAsync(caseId);
        var run = await _mass.RunOfAsync(caseId);
        var list = await _mass.Get<FrozenLists>().GetAsync(run.List!, default);
        var target = await _mass.Get<FrozenLists>().TargetAsync(list, 0, default);
        var contexts = _mass.Get<CaseContext>();
        var approved = await contexts.GetAsync<Plan>(new ContextReference(caseId, "plan", target.PlanHash), default);
        var forged = approved with { SubjectId = House.Manager, Steps = [.. approved.Steps.Select(step => step with { TargetId = House.Manager })] };
        var reference = await contexts.PutAsync(caseId, "plan", forged, default);

        var why = await _mass.Get<PlanGuard>().WhyNotAsync(new StepInput(caseId, reference, reference.Version, 0, run.GateId), forged, default);

        why.ShouldBe("There is no standing approval of exactly this plan.");
        (await _mass.Get<PlanGuard>().WhyNotAsync(new StepInput(caseId, new ContextReference(caseId, "plan", target.PlanHash), target.PlanHash, 0, run.GateId), approved, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Summary_ThatWasApproved_IsNeverItselfExecuted()
    {
        var caseId = await _mass.StartAsync(_mass.People(6));
        await _mass.RunAsync(caseId);
        var gate = (await _mass.Get<ApprovalGates>().FindAsync((await _mass.RunOfAsync(caseId)).GateId!, default))!;
        var plan = await _mass.Get<CaseContext>().GetAsync<Plan>(gate.Plan, default);

        (await _mass.Get<PlanGuard>().WhyNotAsync(new StepInput(caseId, gate.Plan, gate.PlanHash, 0, gate.GateId), plan, default)).ShouldBe("There is no standing approval of exactly this plan.");
    }

    // As somebody would who can write to the store: another target under the name of the approved content.
    private async Task ForgeAsync(string caseId, string kind)
    {
        var run = await _mass.RunOfAsync(caseId);
        var partition = Tenant.Partition(caseId);
        var list = await _mass.Get<FrozenLists>().GetAsync(run.List!, default);
        var part = await _mass.Get<FrozenLists>().PartAsync(list, 0, default);
        var rows = kind switch
        {
            MassList.Kind => [$"{kind}-{run.List!.Version}"],
            MassList.PartKind => [$"{kind}-{list.Parts[0].Hash}"],
            _ => part.Targets.Select(target => $"plan-{target.PlanHash}").ToArray(),
        };
        foreach (var row in rows)
        {
            var record = (await _mass.House.Store.GetAsync(Tables.Context, partition, row, default))!;
            var forged = record with { Json = record.Json.Replace(part.Targets[0].SubjectId, House.Manager, StringComparison.Ordinal) + " " };
            (await _mass.House.Store.ReplaceAsync(Tables.Context, forged, default)).ShouldNotBeNull();
        }
    }
}
