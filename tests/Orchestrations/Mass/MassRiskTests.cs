using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Tests.Mass;

/// <summary>No list opens an account that Entra holds to be at risk: security may have blocked it for that.</summary>
public sealed class MassRiskTests : IDisposable
{
    private const string Enable = "user.enable-sign-in";

    private readonly MassHouse _mass = new();

    public void Dispose() => _mass.Dispose();

    [Theory]
    [InlineData(AccountRisk.Low)]
    [InlineData(AccountRisk.Confirmed)]
    public async Task Account_AtRisk_IsRefusedWhenTheListIsLookedUp(AccountRisk risk)
    {
        var people = _mass.People(6);
        _mass.House.Directory.Risks[people[1]] = risk;
        // Signing somebody out lets nobody in.
        _mass.House.Directory.Risks[people[2]] = risk;
        var caseId = await _mass.StartAsync(people);

        (await _mass.RunAsync(caseId)).All.Done.ShouldBe(5);

        _mass.EffectsOf(Enable).ShouldNotContain(people[1]);
        var refused = (await _mass.Get<CaseContext>().GetAsync<MassPart>((await _mass.RunOfAsync(caseId)).Refused.Single(), default)).Lines.ShouldHaveSingleItem();
        (refused.Refusal, refused.Text).ShouldBe((MassRefusal.Policy, people[1]));
        refused.Reason.ShouldNotBeNull().ShouldContain("only the security team");
    }

    [Fact]
    public async Task Account_AtRiskSinceTheApproval_IsSkipped()
    {
        var people = _mass.People(6);
        var caseId = await _mass.StartAsync(people);
        _mass.OnWait = async (id, name) =>
        {
            var agreed = await _mass.AgreeAsync(id, name);
            _mass.House.Directory.Risks[people[3]] = AccountRisk.High;
            _mass.House.Time.Advance(TimeSpan.FromMinutes(2));
            return agreed;
        };

        (await _mass.RunAsync(caseId)).All.ShouldBe(new MassTally(Done: 5, Skipped: 1));

        _mass.EffectsOf(Enable).ShouldNotContain(people[3]);
    }

    [Fact]
    public async Task Risks_OfManyAccounts_AreReadTogetherAndFreshAfterAMinute()
    {
        var risks = _mass.Get<MassRisks>();
        for (var number = 0; number < 50; number++)
            (await risks.OfAsync($"{number}", default)).ShouldBe(AccountRisk.None);
        _mass.House.Directory.RiskReads.ShouldBe(1);

        _mass.House.Directory.Risks["7"] = AccountRisk.Medium;
        _mass.House.Time.Advance(TimeSpan.FromMinutes(1));

        (await risks.OfAsync("7", default)).ShouldBe(AccountRisk.Medium);
        _mass.House.Directory.RiskReads.ShouldBe(2);
    }
}
