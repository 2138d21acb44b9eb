using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Who is in which group.</summary>
internal sealed class Membership(GraphObjects objects)
{
    /// <summary>Ids of the groups that somebody is in.</summary>
    /// <param name="memberId">A person or a group.</param>
    /// <param name="isTransitive">True to follow groups in groups.</param>
    /// <param name="lag">How far the answer is behind.</param>
    public IReadOnlyList<string> GroupsOf(string memberId, bool isTransitive, TimeSpan lag)
    {
        var all = objects.All(ObjectKind.Members, lag).Select(group => (group.Id, Members: Ids(group.Value["ids"]!.AsArray()))).ToList();
        var found = new List<string>();
        var open = new Queue<string>([memberId]);
        while (open.TryDequeue(out var member))
        {
            foreach (var (id, members) in all.Where(group => group.Members.Contains(member) && !found.Contains(group.Id, StringComparer.OrdinalIgnoreCase)))
            {
                found.Add(id);
                if (isTransitive)
                    open.Enqueue(id);
            }
        }

        return found;
    }

    /// <summary>Ids of whatever is in a group, through groups too; each once.</summary>
    /// <param name="groupId">The group.</param>
    /// <param name="lag">How far the answer is behind.</param>
    public IReadOnlyList<string> MembersOf(string groupId, TimeSpan lag)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { groupId };
        var open = new Queue<string>([groupId]);
        while (open.TryDequeue(out var group))
        {
            if (objects.Get(ObjectKind.Members, group, lag) is not { } members)
                continue;
            foreach (var id in members["ids"]!.AsArray().Select(id => (string)id!).Where(seen.Add))
            {
                found.Add(id);
                open.Enqueue(id);
            }
        }

        return found;
    }

    private static HashSet<string> Ids(System.Text.Json.Nodes.JsonArray ids) => ids.Select(id => (string)id!).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
