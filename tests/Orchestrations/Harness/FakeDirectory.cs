using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>A directory of a few people.</summary>
public sealed class FakeDirectory : IDirectory
{
    public Dictionary<string, Person> People { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Managers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, AccountRisk> Risks { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Device> Devices { get; } = new(StringComparer.Ordinal);

    public HashSet<(string Person, string Group)> Members { get; } = [];

    /// <summary>Groups by object id: name and the people in them.</summary>
    public Dictionary<string, (string Name, List<string> People)> Groups { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Thrown by every read of groups.</summary>
    public VendorException? GroupError { get; set; }

    public Person Add(string id, string name, params string[] groups)
    {
        var person = new Person { Id = new PersonId(id), UserPrincipalName = $"{id}@contoso.example", DisplayName = name, Mail = $"{id}@contoso.example", AccountEnabled = true, UsageLocation = "DE", GroupIds = groups };
        People[id] = person;
        foreach (var group in groups)
            Members.Add((id, group));
        return person;
    }

    public Task<Person?> FindByAddressAsync(string address, CancellationToken cancellation)
    {
        var found = People.Values.Where(person => string.Equals(person.Mail, address, StringComparison.OrdinalIgnoreCase)).ToList();
        return Task.FromResult(found.Count == 1 ? found[0] : null);
    }

    public Task<Person?> GetPersonAsync(PersonId id, CancellationToken cancellation) => Task.FromResult(People.GetValueOrDefault(id));

    /// <summary>When all sign-ins of a person were ended.</summary>
    public Dictionary<string, DateTimeOffset> SessionsEnded { get; } = new(StringComparer.Ordinal);

    public Task<SignInStanding?> GetStandingAsync(PersonId personId, CancellationToken cancellation) => GroupError is { } fault
        ? throw fault
        : Task.FromResult(People.TryGetValue(personId, out var person)
            ? new SignInStanding(person.AccountEnabled, !person.IsGuest, SessionsEnded.TryGetValue(personId, out var ended) ? ended : null)
            : null);

    public Task<Person?> GetManagerAsync(PersonId personId, CancellationToken cancellation) =>
        Task.FromResult(Managers.TryGetValue(personId, out var manager) ? People.GetValueOrDefault(manager) : null);

    public Task<bool> HasReportsAsync(PersonId personId, CancellationToken cancellation) => Task.FromResult(Managers.ContainsValue(personId));

    public Task<AccountRisk> GetRiskAsync(PersonId personId, CancellationToken cancellation) => Task.FromResult(Risks.GetValueOrDefault(personId, AccountRisk.None));

    public Task<IReadOnlyDictionary<string, AccountRisk>?> GetRisksAsync(CancellationToken cancellation)
    {
        RiskReads++;
        return Task.FromResult<IReadOnlyDictionary<string, AccountRisk>?>(Risks.Where(risk => risk.Value > AccountRisk.None).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>How often all risks were read.</summary>
    public int RiskReads { get; private set; }

    /// <summary>Thrown by every list of somebody's devices.</summary>
    public VendorException? DeviceError { get; set; }

    public Task<IReadOnlyList<Device>> GetDevicesAsync(PersonId personId, CancellationToken cancellation) => DeviceError is { } fault
        ? throw fault
        : Task.FromResult<IReadOnlyList<Device>>([.. Devices.Values.Where(device => device.OwnerId == personId)]);

    public Task<Device?> GetDeviceAsync(DeviceId deviceId, CancellationToken cancellation) => Task.FromResult(Devices.GetValueOrDefault(deviceId));

    public Task<bool> IsMemberAsync(PersonId personId, GroupId groupId, CancellationToken cancellation) => Task.FromResult(Members.Contains((personId, groupId)));

    public Task<IReadOnlyList<DirectoryGroup>> FindGroupsAsync(string text, CancellationToken cancellation) => GroupError is { } fault
        ? throw fault
        : Task.FromResult<IReadOnlyList<DirectoryGroup>>(
            [.. Groups.Where(group => group.Key == text || group.Value.Name == text).Select(group => new DirectoryGroup(new GroupId(group.Key), group.Value.Name))]);

    public Task<IReadOnlyList<string>?> GetMembersAsync(GroupId groupId, int most, CancellationToken cancellation) => GroupError is { } fault
        ? throw fault
        : Task.FromResult<IReadOnlyList<string>?>(Groups.TryGetValue(groupId, out var group) ? [.. group.People.Take(most + 1)] : null);
}
