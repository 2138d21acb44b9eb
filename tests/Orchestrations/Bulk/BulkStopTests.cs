using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk.Operating;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Bulk;

/// <summary>A run that somebody stops: what is under way ends, nothing new begins.</summary>
public sealed class BulkStopTests : IDisposable
{
    private const string Revoke = "user.revoke-sessions";

    private readonly BulkHouse _bulk = new();

    public void Dispose() => _bulk.Dispose();

    [Fact]
    public async Task Stop_WhileItRuns_NothingNewBeginsAndTheRestCanBeStartedAgain()
    {
        var people = _bulk.People(30);
        var caseId = await _bulk.StartAsync(people);
        _bulk.House.Remediations[Revoke].OnExecute = async () =>
        {
            if (_bulk.EffectsOf(Revoke).Count == 7)
                (await _bulk.Get<BulkRunActions>().StopAsync(new CaseId(caseId), "Wrong list", House.Person(_bulk.Operator), default)).ShouldBe(BulkOutcome.Done);
        };

        var end = await _bulk.RunAsync(caseId);

        end.Kind.ShouldBe(BulkEndKind.Stopped);
        end.All.Done.ShouldBe(_bulk.EffectsOf(Revoke).Count);
        end.All.Done.ShouldBeLessThan(30);
        var again = await _bulk.Get<BulkService>().StartAgainAsync(new CaseId(caseId), "form-2", "The list was right", House.Person(_bulk.Operator), default);
        _bulk.House.Remediations[Revoke].OnExecute = null;
        (await _bulk.RunAsync(again.CaseId.ShouldNotBeNull())).All.Done.ShouldBe(30 - end.All.Done);
        _bulk.EffectsOf(Revoke).Order().ShouldBe(people.Order());
        (await _bulk.RunOfAsync(again.CaseId!)).Continues.ShouldBe(new CaseId(caseId));
    }

    [Fact]
    public async Task Stop_BeforeTheApproval_TakesItBack()
    {
        var caseId = await _bulk.StartAsync(_bulk.People(6));
        _bulk.OnWait = async (id, name) => name.StartsWith("approval-", StringComparison.Ordinal)
            ? await _bulk.Get<BulkRunActions>().StopAsync(new CaseId(id), "Wrong list", House.Person(_bulk.Operator), default) == BulkOutcome.Done
            : await _bulk.AgreeAsync(id, name);

        (await _bulk.RunAsync(caseId)).Kind.ShouldBe(BulkEndKind.Stopped);

        _bulk.House.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
        (await _bulk.Get<CaseStore>().FindAsync(new CaseId(caseId), default)).ShouldNotBeNull().OpenApprovalId.ShouldBeNull();
    }

    [Fact]
    public async Task KillSwitch_PutOnInTheMiddle_NothingNewBegins()
    {
        var caseId = await _bulk.StartAsync(_bulk.People(30));
        _bulk.House.Remediations[Revoke].OnExecute = async () =>
        {
            if (_bulk.EffectsOf(Revoke).Count == 9)
                await _bulk.Get<KillSwitch>().SetAsync(true, "operator:test", "Something is wrong", default);
        };

        (await _bulk.RunAsync(caseId)).Kind.ShouldBe(BulkEndKind.KillSwitch);

        _bulk.EffectsOf(Revoke).Count.ShouldBeLessThan(30);
    }
}
