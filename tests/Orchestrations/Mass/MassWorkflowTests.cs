using HelpDesk.Orchestrations.Audit;
using HelpDesk.Orchestrations.Cases;
using HelpDesk.Orchestrations.Mass;

namespace HelpDesk.Orchestrations.Tests.Mass;

public sealed class MassWorkflowTests : IDisposable
{
    private const string Enable = "user.enable-sign-in";
    private const string Revoke = "user.revoke-sessions";

    private readonly MassHouse _mass = new();

    public void Dispose() => _mass.Dispose();

    [Fact]
    public async Task Run_Approved_EveryTargetOnceInWavesAndVerified()
    {
        var people = _mass.People(70);
        var caseId = await _mass.StartAsync(people);

        var end = await _mass.RunAsync(caseId);

        end.ShouldBe(new MassEnd(MassEndKind.Completed, null, new MassTally(Done: 70)));
        _mass.EffectsOf(Revoke).Order().ShouldBe(people.Order());
        _mass.EffectsOf(Enable).Order().ShouldBe(people.Where((_, at) => at % 2 == 1).Order());
        var kinds = _mass.House.Audit.Events.Select(entry => entry.Kind).ToList();
        kinds.Count(kind => kind == AuditKinds.TargetEnded).ShouldBe(70);
        var waves = _mass.House.Audit.Events.Where(entry => entry.Kind == AuditKinds.WaveBegun).Select(entry => entry.Facts["targets"]);
        waves.ShouldBe(["5", "50", "15"]);
        var record = (await _mass.Get<CaseJournal>().FindAsync(caseId, default)).ShouldNotBeNull();
        (record.State, record.Verified).ShouldBe((CaseState.Resolved, true));
    }
}
