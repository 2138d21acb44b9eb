using HelpDesk.Orchestrations.Directory;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>A directory of a few people.</summary>
public sealed class FakeDirectory : IDirectory
{
    public Dictionary<string, Person> People { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Managers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Device> Devices { get; } = new(StringComparer.Ordinal);

    public HashSet<(string Person, string Group)> Members { get; } = [];

    public Person Add(string id, string name, params string[] groups)
    {
        var person = new Person { Id = id, UserPrincipalName = $"{id}@contoso.example", DisplayName = name, Mail = $"{id}@contoso.example", AccountEnabled = true, UsageLocation = "DE", GroupIds = groups };
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

    public Task<Person?> GetPersonAsync(string id, CancellationToken cancellation) => Task.FromResult(People.GetValueOrDefault(id));

    public Task<Person?> GetManagerAsync(string personId, CancellationToken cancellation) =>
        Task.FromResult(Managers.TryGetValue(personId, out var manager) ? People.GetValueOrDefault(manager) : null);

    public Task<IReadOnlyList<Device>> GetDevicesAsync(string personId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Device>>([.. Devices.Values.Where(device => device.OwnerId == personId)]);

    public Task<Device?> GetDeviceAsync(string deviceId, CancellationToken cancellation) => Task.FromResult(Devices.GetValueOrDefault(deviceId));

    public Task<bool> IsMemberAsync(string personId, string groupId, CancellationToken cancellation) => Task.FromResult(Members.Contains((personId, groupId)));

    /// <summary>Groups of whose members only some are shown.</summary>
    public HashSet<string> BigGroups { get; } = [];

    /// <summary>Groups that exist and have nobody.</summary>
    public HashSet<string> EmptyGroups { get; } = [];

    public Task<GroupPeople?> GetGroupPeopleAsync(string groupId, CancellationToken cancellation)
    {
        List<string> people = [.. Members.Where(member => member.Group == groupId).Select(member => member.Person)];
        return Task.FromResult(people.Count == 0 && !BigGroups.Contains(groupId) && !EmptyGroups.Contains(groupId) ? null : new GroupPeople(people, BigGroups.Contains(groupId)));
    }
}
