using HelpDesk.Adapters.Graph.Devices;
using HelpDesk.Adapters.Graph.Groups;
using HelpDesk.Adapters.Graph.People;
using HelpDesk.Adapters.Graph.Risk;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Directory;

/// <summary>
/// The directory over Microsoft Graph. An id that is no object id is an unknown one: Graph would also take a user principal name
/// there.
/// </summary>
internal sealed class GraphDirectory(PeopleReader people, Memberships memberships, GroupFinder groups, DeviceReader devices, RiskReader risks) : IDirectory
{
    /// <inheritdoc />
    public async Task<Person?> FindByAddressAsync(string address, CancellationToken cancellation) =>
        MailAddress.IsOne(address) ? await people.FindAsync(address, cancellation) : null;

    /// <inheritdoc />
    public async Task<Person?> GetPersonAsync(PersonId id, CancellationToken cancellation) =>
        Guid.TryParse(id, out _) ? await people.GetAsync(id, cancellation) : null;

    /// <inheritdoc />
    public async Task<SignInStanding?> GetStandingAsync(PersonId personId, CancellationToken cancellation) =>
        Guid.TryParse(personId, out _) ? await people.GetStandingAsync(personId, cancellation) : null;

    /// <inheritdoc />
    public async Task<Person?> GetManagerAsync(PersonId personId, CancellationToken cancellation) =>
        Guid.TryParse(personId, out _) ? await people.GetManagerAsync(personId, cancellation) : null;

    /// <inheritdoc />
    public async Task<bool> HasReportsAsync(PersonId personId, CancellationToken cancellation) =>
        Guid.TryParse(personId, out _) && await people.HasReportsAsync(personId, cancellation);

    /// <inheritdoc />
    public async Task<AccountRisk> GetRiskAsync(PersonId personId, CancellationToken cancellation) =>
        Guid.TryParse(personId, out _) ? RiskReader.RiskOf(await risks.GetAsync(personId, cancellation)) : AccountRisk.Unknown;

    /// <inheritdoc />
    public async Task<DateTimeOffset?> GetLastSignInAsync(PersonId personId, CancellationToken cancellation) =>
        Guid.TryParse(personId, out _) ? await people.LastSignInAsync(personId, cancellation) : null;

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, AccountRisk>?> GetRisksAsync(CancellationToken cancellation) =>
        (await risks.AllAsync(cancellation))?.Where(user => Guid.TryParse(user.Id, out _)).DistinctBy(user => user.Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(user => user.Id!, RiskReader.RiskOf, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public async Task<IReadOnlyList<Device>> GetDevicesAsync(PersonId personId, CancellationToken cancellation) =>
        Guid.TryParse(personId, out _) ? await devices.OfUserAsync(personId, cancellation) : [];

    /// <inheritdoc />
    public async Task<Device?> GetDeviceAsync(DeviceId deviceId, CancellationToken cancellation) =>
        await devices.GetAsync(deviceId, cancellation) is { } device ? DeviceReader.Of(device) : null;

    /// <inheritdoc />
    public async Task<bool> IsMemberAsync(PersonId personId, GroupId groupId, CancellationToken cancellation) =>
        Guid.TryParse(personId, out _) && Guid.TryParse(groupId, out _) && await memberships.IsInAsync(personId, groupId, cancellation);

    /// <inheritdoc />
    public Task<IReadOnlyList<DirectoryGroup>> FindGroupsAsync(string text, CancellationToken cancellation) => groups.FindAsync(text, cancellation);

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>?> GetMembersAsync(GroupId groupId, int most, CancellationToken cancellation) =>
        Guid.TryParse(groupId, out _) ? await groups.MembersAsync(groupId, most, cancellation) : null;
}
