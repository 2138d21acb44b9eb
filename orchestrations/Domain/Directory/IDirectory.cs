using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Directory;

/// <summary>What we read of people, groups and devices (Entra ID, Intune). Throws <see cref="VendorException"/> for a fault.</summary>
public interface IDirectory
{
    /// <summary>
    /// The one person whose user principal name or mail equals <paramref name="address"/> exactly (ignoring case). None, or more
    /// than one, is null: a match is verified or it is none.
    /// </summary>
    Task<Person?> FindByAddressAsync(string address, CancellationToken cancellation);

    /// <summary>A person by object id, or null.</summary>
    Task<Person?> GetPersonAsync(PersonId id, CancellationToken cancellation);

    /// <summary>Whether an account may still act, as the directory says now; null when there is no such account.</summary>
    Task<SignInStanding?> GetStandingAsync(PersonId personId, CancellationToken cancellation);

    /// <summary>A person's manager, or null when there is none.</summary>
    Task<Person?> GetManagerAsync(PersonId personId, CancellationToken cancellation);

    /// <summary>True when the directory names the person as the manager of at least one user.</summary>
    Task<bool> HasReportsAsync(PersonId personId, CancellationToken cancellation);

    /// <summary>
    /// What is held against a person's account; <see cref="AccountRisk.Unknown"/> where the organisation cannot see it. One request of a class
    /// that allows one a second: only asked for where something depends on it.
    /// </summary>
    Task<AccountRisk> GetRiskAsync(PersonId personId, CancellationToken cancellation);

    /// <summary>
    /// All accounts that are held to be at risk now, by object id, in few requests; who is not among them has no risk. Null where the
    /// organisation cannot see it.
    /// </summary>
    Task<IReadOnlyDictionary<string, AccountRisk>?> GetRisksAsync(CancellationToken cancellation);

    /// <summary>When a person last signed in, UTC; null when the organisation cannot see it (AuditLog.Read.All, Entra ID P1) or they never did. Only shown.</summary>
    Task<DateTimeOffset?> GetLastSignInAsync(PersonId personId, CancellationToken cancellation) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>Devices whose primary user is that person.</summary>
    Task<IReadOnlyList<Device>> GetDevicesAsync(PersonId personId, CancellationToken cancellation);

    /// <summary>A device by its Intune id, or null.</summary>
    Task<Device?> GetDeviceAsync(DeviceId deviceId, CancellationToken cancellation);

    /// <summary>True when the person is a member of the group, directly or through groups.</summary>
    Task<bool> IsMemberAsync(PersonId personId, GroupId groupId, CancellationToken cancellation);

    /// <summary>
    /// The groups of which the object id is <paramref name="text"/>, or whose display name or mail equals it exactly (ignoring case). More
    /// than one means that the text names none: whoever wants one must say which.
    /// </summary>
    Task<IReadOnlyList<DirectoryGroup>> FindGroupsAsync(string text, CancellationToken cancellation);

    /// <summary>Object ids of the people in a group, directly or through groups; devices and groups themselves are left out.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="most">Reading ends when there are more: the answer then holds more than so many, but perhaps not all.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Null when there is no such group.</returns>
    Task<IReadOnlyList<string>?> GetMembersAsync(GroupId groupId, int most, CancellationToken cancellation);
}

/// <summary>A group, as far as a list of its members needs to name it.</summary>
/// <param name="Id">Object id.</param>
/// <param name="Name">Display name. Untrusted text.</param>
public sealed record DirectoryGroup(GroupId Id, string Name);

/// <summary>What Entra ID Protection holds against an account, from nothing to certainty.</summary>
public enum AccountRisk
{
    /// <summary>Nobody can know: it is not read, or the organisation has no licence to see it.</summary>
    Unknown,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>A low risk.</summary>
    Low,

    /// <summary>A medium risk.</summary>
    Medium,

    /// <summary>A high risk.</summary>
    High,

    /// <summary>An administrator confirmed that somebody else uses the account.</summary>
    Confirmed,
}
