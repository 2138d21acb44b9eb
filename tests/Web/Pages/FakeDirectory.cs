using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Web.SignIn;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>A small organisation; also the simulated people one can sign in as.</summary>
public sealed class FakeDirectory : IDirectory, ISignInChoices
{
    public const string Security = "11111111-0000-4000-8000-000000000001";
    public const string ServiceDesk = "11111111-0000-4000-8000-000000000002";
    public const string ItManagers = "11111111-0000-4000-8000-000000000003";

    public const string Sales = "11111111-0000-4000-8000-000000000099";
    public const string HostileGroup = "Sales <b>team</b>";

    public const string HostileName = "<script>alert(1)</script> \u202egro.live\u202c";

    public static readonly Person Ada = New(1, "Ada Approver", "Head of security");
    public static readonly Person Otto = New(2, "Otto Operator", "IT manager");
    public static readonly Person Dora = New(3, "Dora Desk", "Service desk lead");
    public static readonly Person Rita = New(4, "Rita Requester", "Accountant");
    public static readonly Person Max = New(5, "Max Manager", "Head of accounting");
    public static readonly Person Norbert = New(6, HostileName, "Sales");

    private readonly Dictionary<string, Person> _people = new[] { Ada, Otto, Dora, Rita, Max, Norbert }.ToDictionary(person => person.Id.Value);

    public HashSet<(string Person, string Group)> Members { get; } =
        [(Ada.Id, Security), (Otto.Id, ItManagers), (Dora.Id, ServiceDesk)];

    public const string Laptop = "40000000-0000-4000-8000-000000000001";

    public string LaptopOwner { get; set; } = Rita.Id;

    /// <summary>True when lists of somebody's devices hold the laptop too; default false.</summary>
    public bool ListsLaptop { get; set; }

    public bool IsDown { get; set; }

    public Task<Person?> FindByAddressAsync(string address, CancellationToken cancellation) =>
        Task.FromResult(_people.Values.FirstOrDefault(person => person.UserPrincipalName == address));

    public Task<Person?> GetPersonAsync(PersonId id, CancellationToken cancellation) => IsDown
        ? throw new VendorException("graph", "timeout", "Graph does not answer.", isRetryable: true)
        : Task.FromResult(_people.GetValueOrDefault(id));

    public Dictionary<string, SignInStanding?> Standings { get; } = new(StringComparer.Ordinal);

    public Task<SignInStanding?> GetStandingAsync(PersonId personId, CancellationToken cancellation) => IsDown
        ? throw new VendorException("graph", "timeout", "Graph does not answer.", isRetryable: true)
        : Task.FromResult(Standings.TryGetValue(personId, out var standing) ? standing : _people.ContainsKey(personId) ? new SignInStanding(true, true, null) : null);

    public Task<Person?> GetManagerAsync(PersonId personId, CancellationToken cancellation) => Task.FromResult(personId == Rita.Id ? Max : null);

    public Task<bool> HasReportsAsync(PersonId personId, CancellationToken cancellation) => Task.FromResult(personId == Max.Id);

    public Task<AccountRisk> GetRiskAsync(PersonId personId, CancellationToken cancellation) => Task.FromResult(AccountRisk.None);

    public Task<IReadOnlyDictionary<string, AccountRisk>?> GetRisksAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, AccountRisk>?>(new Dictionary<string, AccountRisk>(StringComparer.Ordinal));

    public async Task<IReadOnlyList<Device>> GetDevicesAsync(PersonId personId, CancellationToken cancellation) =>
        ListsLaptop && personId == LaptopOwner && await GetDeviceAsync(new DeviceId(Laptop), cancellation) is { } laptop ? [laptop] : [];

    public Task<Device?> GetDeviceAsync(DeviceId deviceId, CancellationToken cancellation) => Task.FromResult<Device?>(
        deviceId == Laptop ? new Device { Id = new DeviceId(Laptop), Name = "LON-LT-0421", OwnerId = new PersonId(LaptopOwner), OperatingSystem = "Windows", IsCompanyOwned = true, IsCompliant = true } : null);

    public Task<bool> IsMemberAsync(PersonId personId, GroupId groupId, CancellationToken cancellation) => IsDown
        ? throw new VendorException("graph", "timeout", "Graph does not answer.", isRetryable: true)
        : Task.FromResult(Members.Contains((personId, groupId)));

    public Task<IReadOnlyList<DirectoryGroup>> FindGroupsAsync(string text, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<DirectoryGroup>>(text == "Sales team" ? [new DirectoryGroup(new GroupId(Sales), HostileGroup)] : []);

    public Task<IReadOnlyList<string>?> GetMembersAsync(GroupId groupId, int most, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>?>(groupId == Sales ? [Rita.Id, Norbert.Id] : null);

    public Task<IReadOnlyList<SignInChoice>> FindAsync(string search, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<SignInChoice>>(
        [.. _people.Values.Where(person => person.DisplayName.Contains(search, StringComparison.OrdinalIgnoreCase)).Select(Choice)]);

    public Task<SignInChoice?> GetAsync(string objectId, CancellationToken cancellation) =>
        Task.FromResult(_people.TryGetValue(objectId, out var person) ? Choice(person) : null);

    private static SignInChoice Choice(Person person) => new(
        person.Id, person.DisplayName, person.UserPrincipalName, person.JobTitle, person == Ada ? ["Security approvers"] : person == Max ? ["Manager of 1"] : []);

    private static Person New(int number, string name, string title) => new()
    {
        Id = new PersonId($"aaaaaaaa-0000-4000-8000-00000000000{number}"),
        UserPrincipalName = $"person{number}@example.com",
        DisplayName = name,
        JobTitle = title,
        AccountEnabled = true,
    };
}
