using System.Text.Json.Nodes;
using HelpDesk.Simulator.Pages.Markup;

namespace HelpDesk.Simulator.Pages;

/// <summary>All groups and who is in them now.</summary>
internal static class GroupsPage
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/groups", Show);

    private static IResult Show(DirectoryView directory)
    {
        var groups = directory.Groups.ToList();
        var names = directory.Users.ToDictionary(user => (string)user["id"]!, user => (string?)user["displayName"], StringComparer.OrdinalIgnoreCase);
        return PageFrame.Page("Groups", "/groups", Html.Of(
            $"<p role=\"status\">{groups.Count} groups</p>{groups.Select(group => Group(group, directory, names))}"));
    }

    private static Html Group(JsonObject group, DirectoryView directory, Dictionary<string, string?> names)
    {
        var id = (string)group["id"]!;
        var members = directory.Members(id);
        return Blocks.Panel(
            id,
            (string?)group["displayName"] ?? id,
            Html.Of($"""
                <p><code>{id}</code></p>
                <details><summary>{members.Count} direct members</summary><ul class="plain many">{members.Select(member => Html.Of($"<li>{Member(member, directory, names)}</li>"))}</ul></details>
                """),
            Html.Of($"<p>{Kinds(group).Select(static kind => Html.Of($"{Blocks.Badge("info", kind)} "))}</p>"));
    }

    private static Html Member(string id, DirectoryView directory, Dictionary<string, string?> names) => names.TryGetValue(id, out var name)
        ? Blocks.Person(id, name)
        : Html.Of($"<a href=\"#{id}\">Group <bdi>{(string?)directory.Group(id)?["displayName"] ?? id}</bdi></a>");

    private static IEnumerable<string> Kinds(JsonObject group)
    {
        if (group["groupTypes"]!.AsArray().Any(static type => (string?)type == "DynamicMembership"))
            yield return "Members follow from a rule";
        if ((bool?)group["isAssignableToRole"] == true)
            yield return "May hold a directory role";
        if ((bool?)group["onPremisesSyncEnabled"] == true)
            yield return "Owned by Active Directory on premises";
        if ((bool?)group["mailEnabled"] == true)
            yield return "Mail-enabled";
    }
}
