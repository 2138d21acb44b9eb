using HelpDesk.Adapters.Tests.Graph.Matrix;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy.Approvers;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Simulated;

public class SimulatedDirectoryTests
{
    [Fact]
    public async Task Address_OfAmy_IsAmyWithManagerAndDevice()
    {
        await using var graph = await SimulatedGraph.StartAsync();

        var amy = await graph.Directory.FindByAddressAsync("AMY.POE@contoso.example", CancellationToken.None);

        amy.ShouldNotBeNull();
        amy.Id.ShouldBe(new PersonId(KnownPeople.AmyPoe.Id));
        amy.DisplayName.ShouldBe("Amy Poe");
        amy.Language.ShouldBe("en");
        amy.UsageLocation.ShouldBe("GB");
        amy.Department.ShouldBe("Finance");
        (amy.AccountEnabled, amy.IsGuest, amy.IsSynced, amy.IsPrivileged, amy.IsFunctional).ShouldBe((true, false, false, false, false));
        amy.GroupIds.ShouldContain(KnownGroups.Everybody);
        (await graph.Directory.GetManagerAsync(amy.Id, CancellationToken.None))!.Id.ShouldBe(new PersonId(KnownPeople.FinanceManager.Id));
        var device = (await graph.Directory.GetDevicesAsync(amy.Id, CancellationToken.None)).ShouldHaveSingleItem();
        device.Name.ShouldBe("LON-LT-0421");
        device.OwnerId.ShouldBe(amy.Id);
        device.IsCompanyOwned.ShouldBeTrue();
        (await graph.Directory.GetDeviceAsync(device.Id, CancellationToken.None)).ShouldBe(device);
    }

    [Fact]
    public async Task People_InTheirSituations_AreToldApart()
    {
        await using var graph = await SimulatedGraph.StartAsync();

        (await Get(KnownPeople.GlobalAdministrator)).Roles.ShouldHaveSingleItem().Name.ShouldBe("Global Administrator");
        (await Get(KnownPeople.PrivilegedThroughGroup)).Roles.Count.ShouldBe(2);
        (await Get(KnownPeople.Guest)).IsGuest.ShouldBeTrue();
        (await Get(KnownPeople.Synced)).IsSynced.ShouldBeTrue();
        (await Get(KnownPeople.Disabled)).AccountEnabled.ShouldBeFalse();
        (await Get(KnownPeople.WithoutUsageLocation)).UsageLocation.ShouldBeNull();
        (await Get(KnownPeople.SharedMailbox)).IsFunctional.ShouldBeTrue();
        (await Get(KnownPeople.GermanRequester)).Language.ShouldBe("de");
        (await graph.Directory.GetManagerAsync(new PersonId(KnownPeople.WithoutManager.Id), CancellationToken.None)).ShouldBeNull();
        (await graph.Directory.HasReportsAsync(new PersonId(KnownPeople.FinanceManager.Id), CancellationToken.None)).ShouldBeTrue();
        (await graph.Directory.HasReportsAsync(new PersonId(KnownPeople.AmyPoe.Id), CancellationToken.None)).ShouldBeFalse();
        (await graph.Directory.HasReportsAsync(new PersonId("no-object-id"), CancellationToken.None)).ShouldBeFalse();
        (await graph.Directory.HasReportsAsync(new PersonId(Guid.Empty.ToString()), CancellationToken.None)).ShouldBeFalse();
        (await graph.Directory.GetDevicesAsync(new PersonId(KnownPeople.WithoutDevice.Id), CancellationToken.None)).ShouldBeEmpty();
        (await graph.Directory.GetDevicesAsync(new PersonId(KnownPeople.WithTwoDevices.Id), CancellationToken.None)).Count.ShouldBe(2);

        async Task<HelpDesk.Orchestrations.Domain.Directory.Person> Get(SimulatedPerson person) => (await graph.Directory.GetPersonAsync(new PersonId(person.Id), CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task ShippedApproverGroups_InTheSimulatedTenant_ExistAndHaveEnoughPeople()
    {
        await using var graph = await SimulatedGraph.StartAsync();

        var report = new ConfigurationReport();
        await new ApproverPeople(graph.Directory, PolicyMatrixTests.Load()).CheckAsync(report, CancellationToken.None);
        report.ToString().ShouldBe("");
    }

    [Fact]
    public async Task Risk_OfAnAccount_IsWhatEntraHoldsAgainstIt()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        (await RiskAsync(KnownPeople.AmyPoe.Id)).ShouldBe(AccountRisk.None);
        (await RiskAsync(KnownPeople.AtRisk.Id)).ShouldBe(AccountRisk.Medium);
        (await RiskAsync("../users/x")).ShouldBe(AccountRisk.Unknown);

        var call = await graph.PlanAsync("user.confirm-compromised", KnownPeople.AtRisk.Id);
        await graph.Get<RemediationCatalogue>().Get("user.confirm-compromised").ExecuteAsync(call, CancellationToken.None);

        (await RiskAsync(KnownPeople.AtRisk.Id)).ShouldBe(AccountRisk.Confirmed);

        Task<AccountRisk> RiskAsync(string id) => graph.Directory.GetRiskAsync(new PersonId(id), CancellationToken.None);
    }

    [Theory]
    [InlineData("nobody@contoso.example")]
    [InlineData("amy.poe@contoso.exampl")]
    [InlineData("o'brien@contoso.example")]
    public async Task Address_OfNobody_IsNobody(string address)
    {
        await using var graph = await SimulatedGraph.StartAsync();

        (await graph.Directory.FindByAddressAsync(address, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Membership_ThroughAGroup_Counts()
    {
        await using var graph = await SimulatedGraph.StartAsync();

        (await graph.Directory.IsMemberAsync(new PersonId(KnownPeople.GermanRequester.Id), new GroupId(KnownGroups.Crm), CancellationToken.None)).ShouldBeTrue();
        (await graph.Directory.IsMemberAsync(new PersonId(KnownPeople.AmyPoe.Id), new GroupId(KnownGroups.Crm), CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Id_OfNobody_IsNobody()
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var nobody = Guid.Empty.ToString();

        (await graph.Directory.GetPersonAsync(new PersonId(nobody), CancellationToken.None)).ShouldBeNull();
        (await graph.Directory.GetManagerAsync(new PersonId(nobody), CancellationToken.None)).ShouldBeNull();
        (await graph.Directory.GetDeviceAsync(new DeviceId(nobody), CancellationToken.None)).ShouldBeNull();
        (await graph.Directory.GetDevicesAsync(new PersonId(nobody), CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Risks_OfAll_AreThoseWhoAreAtRiskNow()
    {
        await using var graph = await SimulatedGraph.StartAsync();

        var risks = (await graph.Directory.GetRisksAsync(CancellationToken.None)).ShouldNotBeNull();

        risks[KnownPeople.AtRisk.Id].ShouldBe(AccountRisk.Medium);
        foreach (var (id, risk) in risks)
            (await graph.Directory.GetRiskAsync(new PersonId(id), CancellationToken.None)).ShouldBe(risk);
        risks.ContainsKey(KnownPeople.AmyPoe.Id).ShouldBeFalse();
    }
}
