using HelpDesk.Adapters.Graph.Calls;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.People;

/// <summary>Reads what a user is a member of.</summary>
internal sealed class Memberships(GraphGateway graph)
{
    private static readonly GraphOperation ReadAll = new("read the user's groups", "User.Read.All + GroupMember.Read.All") { Answers = [404] };
    private static readonly GraphOperation ReadDirect = new("read the user's direct groups", "Directory.Read.All") { Answers = [404] };
    private static readonly string[] Fields = ["id", "displayName", "isAssignableToRole", "roleTemplateId"];
    private static readonly string[] GroupFields = ["id", "displayName", "groupTypes", "isAssignableToRole", "mailEnabled", "onPremisesSyncEnabled", "isManagementRestricted"];

    /// <summary>Groups, roles and units, through groups too; null when there is no such user.</summary>
    public Task<IReadOnlyList<DirectoryObject>?> AllAsync(string userId, CancellationToken cancellation) =>
        graph.AllAsync<DirectoryObjectCollectionResponse, DirectoryObject>(
            ReadAll,
            (client, stop) => client.Users[userId].TransitiveMemberOf.GetAsync(request => request.QueryParameters.Select = Fields, stop),
            (client, link, stop) => client.Users[userId].TransitiveMemberOf.WithUrl(link).GetAsync(cancellationToken: stop),
            page => page.Value,
            cancellation);

    /// <summary>True when the user is in the group, directly or through groups.</summary>
    public async Task<bool> IsInAsync(string userId, string groupId, CancellationToken cancellation) =>
        Contains(await AllAsync(userId, cancellation), groupId);

    /// <summary>True when the user is a direct member of the group: what adding and removing changes.</summary>
    public async Task<bool> IsDirectAsync(string userId, string groupId, CancellationToken cancellation) =>
        Guid.TryParse(userId, out _) && Contains(await DirectAsync(userId, Fields, cancellation), groupId);

    /// <summary>The groups of which the user is a direct member, with what says whether their members are ours to change; null when there is no such user.</summary>
    public async Task<IReadOnlyList<Group>?> DirectGroupsAsync(string userId, CancellationToken cancellation) =>
        Guid.TryParse(userId, out _) && await DirectAsync(userId, GroupFields, cancellation) is { } all
            ? [.. all.OfType<Group>().Where(group => Guid.TryParse(group.Id, out _)).OrderBy(group => group.Id, StringComparer.Ordinal)]
            : null;

    private Task<IReadOnlyList<DirectoryObject>?> DirectAsync(string userId, string[] fields, CancellationToken cancellation) =>
        graph.AllAsync<DirectoryObjectCollectionResponse, DirectoryObject>(
            ReadDirect,
            (client, stop) => client.Users[userId].MemberOf.GetAsync(request => request.QueryParameters.Select = fields, stop),
            (client, link, stop) => client.Users[userId].MemberOf.WithUrl(link).GetAsync(cancellationToken: stop),
            page => page.Value,
            cancellation);

    private static bool Contains(IReadOnlyList<DirectoryObject>? all, string groupId) =>
        all?.Any(member => string.Equals(member.Id, groupId, StringComparison.OrdinalIgnoreCase)) == true;
}
