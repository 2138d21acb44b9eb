using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Policy.Access;

/// <summary>Something access can be asked to.</summary>
/// <param name="Id">Its name in files.</param>
/// <param name="Kind">Application or licence.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Aliases">What people call it; matched exactly, ignoring case.</param>
/// <param name="GroupId">Entra group id, for an application.</param>
/// <param name="SkuId">Licence SKU id, for a licence.</param>
/// <param name="Approval">Name of the requirement by which its owner approves; null when everybody may have it.</param>
/// <param name="ExpiresAfter">When access is removed; null = never.</param>
public sealed record AccessEntry(
    string Id,
    AccessKind Kind,
    string Title,
    IReadOnlyList<string> Aliases,
    GroupId? GroupId,
    string? SkuId,
    string? Approval,
    TimeSpan? ExpiresAfter)
{
    /// <summary>Ids of licences that this one holds everything of: whoever has one of them gets it swapped for this one. Default none.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>Name under which Intune lists the application that it installs for members of the group; a ticket is resolved only once it is installed. Default null: nothing is installed.</summary>
    public string? Installs { get; init; }
}

/// <summary>What an entry of the access catalogue gives.</summary>
public enum AccessKind
{
    /// <summary>Membership of a group, which gives an application or a share.</summary>
    Application,

    /// <summary>A licence.</summary>
    Licence,
}
