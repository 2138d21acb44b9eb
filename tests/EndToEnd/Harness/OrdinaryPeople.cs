using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Harness;

/// <summary>People of the simulated organisation with nothing special about them: no role in a test, and none with reach, whose steps need two approvers.</summary>
internal static class OrdinaryPeople
{
    private static readonly SimulatedTenant Tenant = new();
    private static readonly HashSet<string> Reach = [.. Tenant.Groups.Single(group => group.Id == KnownGroups.Reach).Members];

    /// <summary>Each has a manager, and one Windows computer of the company that is on.</summary>
    public static IReadOnlyList<SimulatedPerson> WithOneLaptop { get; } =
    [
        .. Tenant.People.Where(person =>
            person is { IsFunctional: false, IsGuest: false, IsSynced: false, AccountEnabled: true, ManagerId: not null } && !KnownPeople.All.Contains(person) && !HasReach(person)
            && Tenant.DevicesOf(person.Id) is [{ OperatingSystem: "Windows", IsOnline: true, IsCompanyOwned: true }]),
    ];

    /// <summary>Employees with a mailbox and exactly one device, of whatever kind; always in the same order.</summary>
    public static IReadOnlyList<SimulatedPerson> WithOneDevice { get; } =
    [
        .. Tenant.People.Where(person => person is { AccountEnabled: true, IsFunctional: false, IsGuest: false, Mail: not null } && !KnownPeople.All.Contains(person) && Tenant.DevicesOf(person.Id).Count == 1)
            .OrderBy(person => person.Id, StringComparer.Ordinal),
    ];

    /// <summary>True for a person whose high-impact steps need two approvers.</summary>
    public static bool HasReach(SimulatedPerson person) => Reach.Contains(person.Id);
}
