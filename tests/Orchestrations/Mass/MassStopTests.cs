using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Mass;

/// <summary>A run that somebody stops: what is under way ends, nothing new begins.</summary>
public sealed class MassStopTests : IDisposable
{
    private const string Revoke = "user.revoke-sessions";

    private readonly MassHouse _mass = new();

    public void Dispose() => _mass.Dispose();

    [Fact]
    public async Task Stop_WhileItRuns_NothingNewBeginsAndTheRestCanBeStartedAgain()
    {
        var people = _mass.People(30);
        var caseId = await _mass.StartAsync(people);
        _mass.House.Remediations[Revoke].OnExecute = async () =>
        {
            if (_mass.EffectsOf(Revoke).Count == 7)
                (await _mass.Get<MassDesk>().StopAsync(caseId, "Wrong list", House.Person(_mass.Operator), default)).ShouldBe(MassOutcome.Done);
        };

        var end = await _mass.RunAsync(caseId);

        end.Kind.ShouldBe(MassEndKind.Stopped);
        end.All.Done.ShouldBe(_mass.EffectsOf(Revoke).Count);
        end.All.Done.ShouldBeLessThan(30);
        var again = await _mass.Get<MassDesk>().StartAgainAsync(caseId, "form-2", "The list was right", House.Person(_mass.Operator), default);
        _mass.House.Remediations[Revoke].OnExecute = null;
        (await _mass.RunAsync(again.CaseId.ShouldNotBeNull())).All.Done.ShouldBe(30 - end.All.Done);
        _mass.EffectsOf(Revoke).Order().ShouldBe(people.Order());
        (await _mass.RunOfAsync(again.CaseId!)).Continues.ShouldBe(caseId);
    }

    [Fact]
    public async Task Stop_BeforeTheApproval_TakesItBack()
    {
        var caseId = await _mass.StartAsync(_mass.People(6));
        _mass.OnWait = async (id, name) => name.StartsWith("approval-", StringComparison.Ordinal)
            ? await _mass.Get<MassDesk>().StopAsync(id, "Wrong list", House.Person(_mass.Operator), default) == MassOutcome.Done
            : await _mass.AgreeAsync(id, name);

        (await _mass.RunAsync(caseId)).Kind.ShouldBe(MassEndKind.Stopped);

        _mass.House.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
        (await _mass.Get<CaseJournal>().FindAsync(caseId, default)).ShouldNotBeNull().OpenGateId.ShouldBeNull();
    }

    [Fact]
    public async Task KillSwitch_PutOnInTheMiddle_NothingNewBegins()
    {
        var caseId = await _mass.StartAsync(_mass.People(30));
        _mass.House.Remediations[Revoke].OnExecute = async () =>
        {
            if (_mass.EffectsOf(Revoke).Count == 9)
                await _mass.Get<KillSwitch>().SetAsync(true, "operator:test", "Something is wrong", default);
        };

        (await _mass.RunAsync(caseId)).Kind.ShouldBe(MassEndKind.KillSwitch);

        _mass.EffectsOf(Revoke).Count.ShouldBeLessThan(30);
    }
}
