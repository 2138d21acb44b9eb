using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Directory;
using Microsoft.Extensions.Logging;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.People;

/// <summary>
/// Says which directory roles an account may activate in Privileged Identity Management: roles it is eligible for, and groups it is eligible
/// for that may hold roles. Whoever can activate a role is an administrator to whoever takes the account over. What cannot be read counts as
/// a role (docs/decisions/0050).
/// </summary>
internal sealed class Eligibilities(GraphGateway graph, ILogger<Eligibilities> log)
{
    private const string RolePermission = "RoleEligibilitySchedule.Read.Directory";
    private const string GroupPermission = "PrivilegedEligibilitySchedule.Read.AzureADGroup";
    private const int MostGroups = 20;

    // A tenant without the licence has no Privileged Identity Management, so no one in it can be eligible.
    private const string NoLicence = "AadPremiumLicenseRequired";

    private static readonly GraphOperation ReadRoles = new("read the roles a user is eligible for", RolePermission) { Answers = [400, 403] };
    private static readonly GraphOperation ReadGroups = new("read the groups a user is eligible for", GroupPermission) { Answers = [400, 403] };
    private static readonly GraphOperation ReadGroup = new("read a group that a user is eligible for", "GroupMember.Read.All") { Answers = [404] };
    private static readonly string[] GroupFields = ["id", "displayName", "isAssignableToRole"];

    /// <summary>Roles that a user, or groups of theirs, may activate.</summary>
    /// <param name="principals">Object ids of the user and of the groups.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<HeldRole>> RolesOfAsync(IReadOnlyList<string> principals, CancellationToken cancellation) =>
        [.. (await Task.WhenAll(principals.Select(principal => OfAsync(principal, cancellation)))).SelectMany(roles => roles)];

    /// <summary>Groups that may hold roles and that a user may join or own at any time, with the roles that makes them a holder of.</summary>
    public async Task<(IReadOnlyList<string> Groups, IReadOnlyList<HeldRole> Roles)> GroupsOfAsync(string userId, CancellationToken cancellation)
    {
        if (!Guid.TryParse(userId, out var id))
            return ([], [HeldRole.Unknown]);
        var reply = await graph.ReadAsync<PrivilegedAccessGroupEligibilityScheduleInstanceCollectionResponse>(
            ReadGroups,
            (client, stop) => client.IdentityGovernance.PrivilegedAccess.Group.EligibilityScheduleInstances.GetAsync(request => request.QueryParameters.Filter = $"principalId eq '{id}'", stop),
            cancellation);
        if (IsWithoutLicence(reply))
            return ([], []);
        if (reply is not { IsDone: true, Value.Value: { } eligibilities })
            return ([], [Unreadable(GroupPermission)]);

        var ids = eligibilities.Select(eligibility => eligibility.GroupId).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var isMore = ids.Count > MostGroups || !string.IsNullOrEmpty(reply.Value.OdataNextLink);
        var judged = await Task.WhenAll(ids.Take(MostGroups).Select(group => JudgeAsync(group, cancellation)));
        var (held, roles) = (judged.OfType<JudgedGroup>().ToList(), isMore ? new List<HeldRole> { HeldRole.Unknown } : []);
        roles.AddRange(held.Select(group => group.Stands));
        roles.AddRange(await RolesOfAsync([.. held.Select(group => group.Id)], cancellation));
        return ([.. held.Select(group => group.Id)], roles);
    }

    private static bool IsWithoutLicence<T>(GraphReply<T> reply)
        where T : class => !reply.IsDone && string.Equals(reply.Code, NoLicence, StringComparison.OrdinalIgnoreCase);

    private async Task<JudgedGroup?> JudgeAsync(string? groupId, CancellationToken cancellation)
    {
        if (groupId is null || !Guid.TryParse(groupId, out _))
            return new JudgedGroup("", HeldRole.Unknown);
        // One that is gone grants nothing; one that is there and does not say so cannot hold a role.
        var reply = await graph.ReadAsync<Group>(
            ReadGroup, (client, stop) => client.Groups[groupId].GetAsync(request => request.QueryParameters.Select = GroupFields, stop), cancellation);
        return reply.Value switch
        {
            null => null,
            { IsAssignableToRole: true } => new JudgedGroup(groupId, HeldRole.OfEligibleGroup),
            { DisplayName: null } => new JudgedGroup(groupId, HeldRole.Unknown),
            _ => null,
        };
    }

    private async Task<IReadOnlyList<HeldRole>> OfAsync(string principal, CancellationToken cancellation)
    {
        if (!Guid.TryParse(principal, out var id))
            return [HeldRole.Unknown];
        var reply = await graph.ReadAsync<UnifiedRoleEligibilityScheduleInstanceCollectionResponse>(
            ReadRoles,
            (client, stop) => client.RoleManagement.Directory.RoleEligibilityScheduleInstances.GetAsync(request => request.QueryParameters.Filter = $"principalId eq '{id}'", stop),
            cancellation);
        if (IsWithoutLicence(reply))
            return [];
        if (reply is not { IsDone: true, Value.Value: { } eligibilities })
            return [Unreadable(RolePermission)];
        List<HeldRole> roles = [.. eligibilities.Select(eligibility => eligibility.RoleDefinitionId is { Length: > 0 } role ? HeldRole.Eligible(role) : HeldRole.Unknown)];
        return string.IsNullOrEmpty(reply.Value.OdataNextLink) ? roles : [.. roles, HeldRole.Unknown];
    }

    private HeldRole Unreadable(string permission)
    {
        GraphLog.RolesUnknown(log, permission);
        return HeldRole.Unknown;
    }

    private sealed record JudgedGroup(string Id, HeldRole Stands);
}
