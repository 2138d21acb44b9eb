using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Flows.Bulk.Reading;

/// <summary>Makes a list of a group: the people who are in it now, directly or through groups. Who comes or goes later changes no list.</summary>
public sealed class BulkGroups(IDirectory directory, PolicySet policy)
{
    /// <summary>The group that a text names, with the people in it, or why it cannot be a list.</summary>
    /// <param name="text">Object id, or exactly the display name or mail address.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="VendorException">The directory cannot be read now; asking again may help.</exception>
    public async Task<BulkGroup> FindAsync(string text, CancellationToken cancellation)
    {
        try
        {
            var found = await directory.FindGroupsAsync(text.Trim(), cancellation);
            if (found.Count == 0)
                return BulkGroup.None("No group has exactly this object id, name or mail address.");
            if (found.Count > 1)
                return BulkGroup.None("More than one group has this name or mail address. Give the object id of the right one.");
            return await MembersAsync(found[0], cancellation);
        }
        catch (VendorException fault) when (!fault.IsRetryable)
        {
            return BulkGroup.None(fault.Message);
        }
    }

    private async Task<BulkGroup> MembersAsync(DirectoryGroup group, CancellationToken cancellation)
    {
        var most = policy.Bulk.MostTargets;
        if (await directory.GetMembersAsync(group.Id, most, cancellation) is not { } members)
            return BulkGroup.None($"The group '{group.Name}' is no longer there.");
        if (members.Count == 0)
            return BulkGroup.None($"The group '{group.Name}' has no members, neither directly nor through groups.");
        return members.Count > most
            ? BulkGroup.None(string.Create(CultureInfo.InvariantCulture, $"More than {most:N0} people are in the group '{group.Name}', and one run takes no more (policy/bulk.yaml). Use smaller groups, or lists."))
            : new BulkGroup(group, members, null);
    }
}

/// <summary>A group as a list.</summary>
/// <param name="Group">The group; null when it cannot be a list.</param>
/// <param name="Members">Object ids of the people in it; not empty when there is a group.</param>
/// <param name="WhyNot">Why it cannot be one; null when it can.</param>
public sealed record BulkGroup(DirectoryGroup? Group, IReadOnlyList<string> Members, string? WhyNot)
{
    /// <summary>It cannot be a list.</summary>
    public static BulkGroup None(string why) => new(null, [], why);
}
