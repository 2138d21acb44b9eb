using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Simulated;

/// <summary>What Entra's logs say of one account.</summary>
public class AccountHistoryTests
{
    [Fact]
    public async Task SignIns_OfOnePerson_AreTheirsAndTheNewestFirst()
    {
        await using var graph = await SimulatedGraph.StartAsync();

        var signIns = (await graph.Get<IAccountHistory>().GetSignInsAsync(new PersonId(KnownPeople.AmyPoe.Id), default)).ShouldNotBeNull();

        signIns.Select(static attempt => attempt.ErrorCode).ShouldBe([50053, 0]);
        (signIns[0].IsGood, signIns[1].IsGood).ShouldBe((false, true));
    }

    [Fact]
    public async Task Changes_OfOnePerson_AreTheirs()
    {
        await using var graph = await SimulatedGraph.StartAsync();

        var change = (await graph.Get<IAccountHistory>().GetChangesAsync(new PersonId(KnownPeople.AmyPoe.Id), default)).ShouldNotBeNull().ShouldHaveSingleItem();

        (change.What, change.By).ShouldBe(("Change user password", KnownPeople.AmyPoe.UserPrincipalName));
    }

    [Fact]
    public async Task Id_ThatIsNone_IsAskedNothing()
    {
        await using var graph = await SimulatedGraph.StartAsync();

        (await graph.Get<IAccountHistory>().GetSignInsAsync(new PersonId("' or 1 eq 1"), default)).ShouldBeNull();
        (await graph.Get<IAccountHistory>().GetChangesAsync(new PersonId("' or 1 eq 1"), default)).ShouldBeNull();
    }
}
