using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Groups;

/// <summary>Adds and removes a direct member of a group, each at most once.</summary>
internal sealed class MemberWriter(GraphGateway graph, IOptions<GraphOptions> options)
{
    /// <summary>Permission of both ways.</summary>
    public const string Permission = "GroupMember.ReadWrite.All";

    // The documented code is general; only its text tells that the person is a member already (contracts: graph-operations, fact 6).
    private const string AlreadyText = "already exist";

    private static readonly GraphOperation Add = new("add the member to the group", Permission) { Identity = GraphIdentity.IdentityWrites, Answers = [400] };
    private static readonly GraphOperation Remove = new("remove the member from the group", Permission) { Identity = GraphIdentity.IdentityWrites, Answers = [404] };

    /// <summary>Adds the person.</summary>
    /// <returns>Graph's request-id, empty when it gave none; null when the person was a member.</returns>
    public async Task<string?> AddAsync(string userId, string groupId, CancellationToken cancellation)
    {
        RequireObjectIds(userId, groupId);
        var reference = new ReferenceCreate { OdataId = $"{options.Value.Root}/directoryObjects/{userId}" };
        var added = await graph.DoAsync(Add, (client, stop) => client.Groups[groupId].Members.Ref.PostAsync(reference, cancellationToken: stop), cancellation);
        if (added.IsDone)
            return added.RequestId ?? "";
        return added.Says(AlreadyText)
            ? null
            : throw new VendorException("graph", added.Code ?? "400", $"Graph refuses to {Add.Doing} (400 {added.Code}): it is of a kind whose members are not changed here.", isRetryable: false) { RequestId = added.RequestId };
    }

    /// <summary>Removes the person.</summary>
    /// <returns>Graph's request-id, empty when it gave none; null when the person was no member.</returns>
    public async Task<string?> RemoveAsync(string userId, string groupId, CancellationToken cancellation)
    {
        RequireObjectIds(userId, groupId);
        var removed = await graph.DoAsync(Remove, (client, stop) => client.Groups[groupId].Members[userId].Ref.DeleteAsync(cancellationToken: stop), cancellation);
        return removed.IsMissing ? null : removed.RequestId ?? "";
    }

    private static void RequireObjectIds(string userId, string groupId)
    {
        if (!Guid.TryParse(userId, out _) || !Guid.TryParse(groupId, out _))
            throw new VendorException("graph", "id", "A member or group id is no object id; correct it in policy/access.yaml.", isRetryable: false);
    }
}
