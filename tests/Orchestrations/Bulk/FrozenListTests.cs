using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Bulk;

/// <summary>Whatever a history or the store is made to say, only what was approved is done.</summary>
public sealed class FrozenListTests : IDisposable
{
    private const string Revoke = "user.revoke-sessions";

    private readonly BulkHouse _bulk = new();

    public void Dispose() => _bulk.Dispose();

    [Theory]
    [InlineData(BulkList.Kind)]
    [InlineData(BulkList.PartKind)]
    [InlineData("plan")]
    public async Task Stored_ChangedAfterTheApproval_NothingOfItIsDone(string kind)
    {
        var caseId = await _bulk.StartAsync(_bulk.People(6));
        _bulk.OnWait = async (id, name) =>
        {
            var agreed = await _bulk.AgreeAsync(id, name);
            if (name.StartsWith("approval-", StringComparison.Ordinal))
                await ForgeAsync(id, kind);
            return agreed;
        };

        (await _bulk.RunAsync(caseId)).Kind.ShouldBe(BulkEndKind.ListChanged);

        _bulk.EffectsOf(Revoke).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(BulkList.Kind, BulkEndKind.ListChanged)]
    [InlineData(BulkList.PartKind, BulkEndKind.ListChanged)]
    [InlineData("plan", BulkEndKind.TooManyFailures)]
    public async Task Stored_ChangedDuringTheCanary_NothingMoreIsDone(string kind, BulkEndKind how)
    {
        var caseId = await _bulk.StartAsync(_bulk.People(12));
        _bulk.House.Remediations[Revoke].OnExecute = () => _bulk.EffectsOf(Revoke).Count == 4 ? ForgeAsync(caseId, kind) : Task.CompletedTask;

        (await _bulk.RunAsync(caseId)).Kind.ShouldBe(how);

        _bulk.EffectsOf(Revoke).Count.ShouldBe(5);
        _bulk.EffectsOf(Revoke).ShouldNotContain(House.Manager);
    }

    [Fact]
    public async Task Step_OfAPlanThatIsNotOnTheList_IsRefusedWhateverTheHistorySays()
    {
        var caseId = await _bulk.StartAsync(_bulk.People(6));
        await _bulk.RunAsync(caseId);
        var run = await _bulk.RunOfAsync(caseId);
        var list = await _bulk.Get<FrozenLists>().GetAsync(run.List!, default);
        var target = await _bulk.Get<FrozenLists>().TargetAsync(list, 0, default);
        var contexts = _bulk.Get<CaseContext>();
        var approved = await contexts.GetAsync<Plan>(new ContextReference(new CaseId(caseId), "plan", target.PlanHash), default);
        var forged = approved with { SubjectId = new PersonId(House.Manager), Steps = [.. approved.Steps.Select(step => step with { TargetId = new TargetId(House.Manager) })] };
        var reference = await contexts.PutAsync(new CaseId(caseId), "plan", forged, default);

        var why = await _bulk.Get<PlanGuard>().WhyNotAsync(
            new StepInput(PlanReference.To(forged, reference), 0, run.ApprovalId), await VerifiedPlan.LoadAsync(contexts, PlanReference.To(forged, reference), default), default);

        why.ShouldBe("There is no standing approval of exactly this plan.");
        var whole = PlanReference.To(approved, new ContextReference(new CaseId(caseId), "plan", target.PlanHash));
        (await _bulk.Get<PlanGuard>().WhyNotAsync(new StepInput(whole, 0, run.ApprovalId), await VerifiedPlan.LoadAsync(contexts, whole, default), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Summary_ThatWasApproved_IsNeverItselfExecuted()
    {
        var caseId = await _bulk.StartAsync(_bulk.People(6));
        await _bulk.RunAsync(caseId);
        var gate = (await _bulk.Get<ApprovalStore>().FindAsync((await _bulk.RunOfAsync(caseId)).ApprovalId!, default))!;
        var summary = new PlanReference(new(caseId), gate.Plan, gate.PlanHash);
        var plan = await VerifiedPlan.LoadAsync(_bulk.Get<CaseContext>(), summary, default);

        (await _bulk.Get<PlanGuard>().WhyNotAsync(new StepInput(summary, 0, gate.ApprovalId), plan, default)).ShouldBe("There is no standing approval of exactly this plan.");
    }

    // As somebody would who can write to the store: another target under the name of the approved content.
    private async Task ForgeAsync(string caseId, string kind)
    {
        var run = await _bulk.RunOfAsync(caseId);
        var partition = Tenant.Partition(caseId);
        var list = await _bulk.Get<FrozenLists>().GetAsync(run.List!, default);
        var part = await _bulk.Get<FrozenLists>().PartAsync(list, 0, default);
        var rows = kind switch
        {
            BulkList.Kind => [$"{kind}-{run.List!.Version}"],
            BulkList.PartKind => [$"{kind}-{list.Parts[0].Hash}"],
            _ => part.Targets.Select(target => $"plan-{target.PlanHash}").ToArray(),
        };
        foreach (var row in rows)
        {
            var record = (await _bulk.House.Store.GetAsync(Tables.Context, partition, row, default))!;
            var forged = record with { Json = record.Json.Replace(part.Targets[0].SubjectId, House.Manager, StringComparison.Ordinal) + " " };
            (await _bulk.House.Store.ReplaceAsync(Tables.Context, forged, default)).ShouldNotBeNull();
        }
    }
}
