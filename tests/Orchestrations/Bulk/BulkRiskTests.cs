using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk.Reading;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Tests.Bulk;

/// <summary>No list opens an account that Entra holds to be at risk: security may have blocked it for that.</summary>
public sealed class BulkRiskTests : IDisposable
{
    private const string Enable = "user.enable-sign-in";

    private readonly BulkHouse _bulk = new();

    public void Dispose() => _bulk.Dispose();

    [Theory]
    [InlineData(AccountRisk.Low)]
    [InlineData(AccountRisk.Confirmed)]
    public async Task Account_AtRisk_IsRefusedWhenTheListIsLookedUp(AccountRisk risk)
    {
        var people = _bulk.People(6);
        _bulk.House.Directory.Risks[people[1]] = risk;
        // Signing somebody out lets nobody in.
        _bulk.House.Directory.Risks[people[2]] = risk;
        var caseId = await _bulk.StartAsync(people);

        (await _bulk.RunAsync(caseId)).All.Done.ShouldBe(5);

        _bulk.EffectsOf(Enable).ShouldNotContain(people[1]);
        var refused = (await _bulk.Get<CaseContext>().GetAsync<BulkPart>((await _bulk.RunOfAsync(caseId)).Refused.Single(), default)).Lines.ShouldHaveSingleItem();
        (refused.Refusal, refused.Text).ShouldBe((BulkRefusal.Policy, people[1]));
        refused.Reason.ShouldNotBeNull().ShouldContain("only the security team");
    }

    [Fact]
    public async Task Account_AtRiskSinceTheApproval_IsSkipped()
    {
        var people = _bulk.People(6);
        var caseId = await _bulk.StartAsync(people);
        _bulk.OnWait = async (id, name) =>
        {
            var agreed = await _bulk.AgreeAsync(id, name);
            _bulk.House.Directory.Risks[people[3]] = AccountRisk.High;
            _bulk.House.Time.Advance(TimeSpan.FromMinutes(2));
            return agreed;
        };

        (await _bulk.RunAsync(caseId)).All.ShouldBe(new BulkTally(Done: 5, Skipped: 1));

        _bulk.EffectsOf(Enable).ShouldNotContain(people[3]);
    }

    [Fact]
    public async Task Risks_OfManyAccounts_AreReadTogetherAndFreshAfterAMinute()
    {
        var risks = _bulk.Get<BulkRisks>();
        for (var number = 0; number < 50; number++)
            (await risks.OfAsync(new PersonId($"{number}"), default)).ShouldBe(AccountRisk.None);
        _bulk.House.Directory.RiskReads.ShouldBe(1);

        _bulk.House.Directory.Risks["7"] = AccountRisk.Medium;
        _bulk.House.Time.Advance(TimeSpan.FromMinutes(1));

        (await risks.OfAsync(new PersonId("7"), default)).ShouldBe(AccountRisk.Medium);
        _bulk.House.Directory.RiskReads.ShouldBe(2);
    }
}
