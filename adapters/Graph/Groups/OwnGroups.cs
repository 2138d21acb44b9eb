using HelpDesk.Orchestrations.Domain.Directory;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Groups;

/// <summary>The direct groups of a person, told apart by whether their members are ours to change.</summary>
/// <param name="Ours">Assigned groups of the cloud that hold no role.</param>
/// <param name="Others">The rest, which stays.</param>
internal sealed record OwnGroups(IReadOnlyList<Group> Ours, IReadOnlyList<Group> Others)
{
    private const int MostNames = 12;

    /// <summary>As it is captured.</summary>
    public GroupsState State => new([.. Ours.Select(group => group.Id!.ToLowerInvariant()).Order(StringComparer.Ordinal)]);

    /// <summary>For the approver: which go and which stay, and why.</summary>
    public string Words
    {
        get
        {
            var leaves = Ours.Count == 0 ? "The person is in no group that is ours to change." : $"The person leaves {Names(Ours, static group => Quoted(group))}.";
            return Others.Count == 0 ? leaves : $"{leaves} Not touched: {Names(Others, static group => $"{Quoted(group)} ({Short(group)})")}.";
        }
    }

    /// <summary>Tells the groups apart.</summary>
    public static OwnGroups Of(IReadOnlyList<Group> groups)
    {
        var ours = groups.ToLookup(IsOurs);
        return new OwnGroups([.. ours[true]], [.. ours[false]]);
    }

    // A group that we may not see comes without its name, and nothing is known of its kind.
    private static bool IsOurs(Group group) => group.DisplayName is not null && GroupReader.Refusal(group) is null;

    private static string Quoted(Group group) => $"'{DisplayText.Of(group.DisplayName, "a hidden group")}'";

    private static string Short(Group group) =>
        group.DisplayName is null ? "hidden from this system"
        : group.IsAssignableToRole == true ? "can hold admin roles"
        : group.OnPremisesSyncEnabled == true ? "managed on premises"
        : group.GroupTypes?.Contains("DynamicMembership", StringComparer.OrdinalIgnoreCase) == true ? "members follow a rule"
        : group.IsManagementRestricted == true ? "in a restricted unit"
        : "a mail list";

    private static string Names(IReadOnlyList<Group> groups, Func<Group, string> name)
    {
        var shown = string.Join(", ", groups.Take(MostNames).Select(name));
        return groups.Count <= MostNames ? shown : $"{shown} and {groups.Count - MostNames} more";
    }
}
