namespace HelpDesk.Simulator.Tenant;

/// <summary>
/// The simulated organisation as it is at the start: the same people, devices, groups and licences at every start and in every
/// version. What changes later is in <see cref="Store.SimulatorStore"/>.
/// </summary>
public sealed class SimulatedTenant
{
    private const string GlobalAdministratorRole = "62e90394-69f5-4237-9190-012177145e10";
    private const string HelpdeskAdministratorRole = "729827e3-9c14-49f7-bb1b-9608f156bbb8";

    private readonly Dictionary<string, SimulatedPerson> _byId;
    private readonly Dictionary<string, SimulatedPerson> _byAddress = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string?, SimulatedDevice> _devicesByOwner;

    /// <summary>Makes it.</summary>
    public SimulatedTenant()
    {
        People = [.. KnownPeople.All, .. PeopleFactory.Make(KnownPeople.All)];
        Devices = DeviceFactory.Make(People);
        Groups = KnownGroups.Make(People);
        Roles =
        [
            Role(KnownPeople.GlobalAdministrator.Id, GlobalAdministratorRole, "Global Administrator"),
            Role(KnownPeople.BreakGlass.Id, GlobalAdministratorRole, "Global Administrator"),
            Role(KnownGroups.RoleAssignable, HelpdeskAdministratorRole, "Helpdesk Administrator"),
        ];
        _byId = People.ToDictionary(person => person.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var person in People)
        {
            _byAddress[person.UserPrincipalName] = person;
            if (person.Mail is { } mail)
                _byAddress.TryAdd(mail, person);
        }

        _devicesByOwner = Devices.ToLookup(device => device.OwnerId, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Entra tenant id.</summary>
    public static string Id { get; } = StableId.Of("tenant");

    /// <summary>Everybody, the known people first.</summary>
    public IReadOnlyList<SimulatedPerson> People { get; }

    /// <summary>All devices.</summary>
    public IReadOnlyList<SimulatedDevice> Devices { get; }

    /// <summary>All groups.</summary>
    public IReadOnlyList<SimulatedGroup> Groups { get; }

    /// <summary>All directory roles that somebody holds.</summary>
    public IReadOnlyList<SimulatedRole> Roles { get; }

    /// <summary>The person with this object id, or null.</summary>
    public SimulatedPerson? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The person with this mail address or user principal name, or null.</summary>
    public SimulatedPerson? FindByMail(string address) => _byAddress.GetValueOrDefault(address);

    /// <summary>Devices whose primary user this is.</summary>
    public IReadOnlyList<SimulatedDevice> DevicesOf(string personId) => [.. _devicesByOwner[personId]];

    private static SimulatedRole Role(string principalId, string roleId, string name) => new(StableId.Of($"role/{principalId}/{roleId}"), principalId, roleId, name);
}
