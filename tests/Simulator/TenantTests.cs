using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Tests;

/// <summary>The organisation is large, always the same, and holds the situations that demos and tests need.</summary>
public sealed class TenantTests
{
    private readonly SimulatedTenant _tenant = new();

    [Fact]
    public void Organisation_Size_IsAsPromised()
    {
        _tenant.People.Count.ShouldBeGreaterThanOrEqualTo(520);
        _tenant.Devices.Count.ShouldBeGreaterThanOrEqualTo(600);
        _tenant.People.Select(person => person.Id).Distinct().Count().ShouldBe(_tenant.People.Count);
        _tenant.People.Select(person => person.UserPrincipalName).Distinct().Count().ShouldBe(_tenant.People.Count);
        _tenant.Devices.Select(device => device.Id).Distinct().Count().ShouldBe(_tenant.Devices.Count);
        _tenant.Devices.Select(device => device.Name).Distinct().Count().ShouldBe(_tenant.Devices.Count);
    }

    [Fact]
    public void Ids_OverVersions_AreTheSame()
    {
        // Recorded once: a changed id would break every stored demo.
        KnownPeople.AmyPoe.Id.ShouldBe("929172e8-43c0-42b2-91a6-1833e94922a3");
        _tenant.DevicesOf(KnownPeople.AmyPoe.Id).ShouldHaveSingleItem().Name.ShouldBe("LON-LT-0421");
    }

    [Fact]
    public void Managers_FollowedUpwards_FormATree()
    {
        foreach (var person in _tenant.People)
        {
            var seen = new HashSet<string>();
            for (var at = person; at is not null; at = at.ManagerId is { } id ? _tenant.Find(id) : null)
                seen.Add(at.Id).ShouldBeTrue($"{person.UserPrincipalName} is above themselves");
        }
    }

    [Fact]
    public void KnownPeople_TheirSituations_AreReal()
    {
        _tenant.DevicesOf(KnownPeople.WithoutDevice.Id).ShouldBeEmpty();
        _tenant.DevicesOf(KnownPeople.WithTwoDevices.Id).Count.ShouldBe(2);
        KnownPeople.WithoutManager.ManagerId.ShouldBeNull();
        KnownPeople.FirstNamesake.DisplayName.ShouldBe(KnownPeople.SecondNamesake.DisplayName);
        KnownPeople.FirstNamesake.Id.ShouldNotBe(KnownPeople.SecondNamesake.Id);
        _tenant.FindByMail("GINA@partner.example").ShouldBe(KnownPeople.Guest);
        _tenant.Devices.ShouldContain(device => device.OwnerId == null);
        _tenant.Devices.ShouldContain(device => !device.IsCompanyOwned);
        _tenant.Devices.ShouldContain(device => !device.IsCompliant);
        _tenant.Devices.ShouldContain(device => !device.IsOnline);
        _tenant.Devices.Select(device => device.OperatingSystem).Distinct().Order().ShouldBe(["Android", "Windows", "iOS", "macOS"], ignoreOrder: true);
    }
}
