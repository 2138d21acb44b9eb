using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.People;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Groups;

/// <summary>Finds a group by what people call it, and the people in it.</summary>
internal sealed class GroupFinder(GraphGateway graph)
{
    private const string Permission = "GroupMember.Read.All";
    private const int MaxName = 256;
    private const int PageSize = 999;

    // The cast to users is an advanced query: without this header and a count Graph does not take it.
    private const string Consistency = "ConsistencyLevel";
    private const string Eventual = "eventual";

    private static readonly GraphOperation Read = new("read the group", Permission) { Answers = [404] };
    private static readonly GraphOperation Find = new("find a group by name", Permission);
    private static readonly GraphOperation ReadMembers = new("read the group's members", Permission) { Answers = [404] };
    private static readonly string[] Fields = ["id", "displayName", "mail"];

    /// <summary>The groups with this object id, display name or mail; empty for a text that no group could have.</summary>
    public async Task<IReadOnlyList<DirectoryGroup>> FindAsync(string text, CancellationToken cancellation)
    {
        if (text.Length is 0 or > MaxName || text.Any(char.IsControl))
            return [];
        if (Guid.TryParseExact(text, "D", out var id))
        {
            var one = (await graph.ReadAsync<Group>(Read, (client, stop) => client.Groups[id.ToString("D")].GetAsync(request => request.QueryParameters.Select = Fields, stop), cancellation)).Value;
            return one is null ? [] : [Of(one)];
        }

        var literal = MailAddress.Literal(text);
        var found = (await graph.ReadAsync<GroupCollectionResponse>(
            Find,
            (client, stop) => client.Groups.GetAsync(
                request =>
                {
                    request.QueryParameters.Filter = $"displayName eq {literal} or mail eq {literal}";
                    request.QueryParameters.Select = Fields;
                },
                stop),
            cancellation)).Value?.Value ?? [];
        // Compared again here: what the directory calls equal may be looser than what we promise.
        return [.. found.Where(group => Has(group, text)).DistinctBy(group => group.Id, StringComparer.Ordinal).Select(Of)];
    }

    /// <summary>Object ids of the people in a group, through groups too; null when there is no such group.</summary>
    public async Task<IReadOnlyList<string>?> MembersAsync(string groupId, int most, CancellationToken cancellation)
    {
        var members = await graph.AllAsync<UserCollectionResponse, User>(
            ReadMembers,
            (client, stop) => client.Groups[groupId].TransitiveMembers.GraphUser.GetAsync(
                request =>
                {
                    request.Headers.Add(Consistency, Eventual);
                    request.QueryParameters.Count = true;
                    request.QueryParameters.Select = ["id"];
                    request.QueryParameters.Top = PageSize;
                },
                stop),
            (client, link, stop) => client.Groups[groupId].TransitiveMembers.GraphUser.WithUrl(link).GetAsync(request => request.Headers.Add(Consistency, Eventual), stop),
            page => page.Value,
            cancellation,
            most);
        return members is null ? null : [.. members.Select(member => member.Id).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static DirectoryGroup Of(Group group) => new(new GroupId(group.Id ?? ""), DisplayText.Of(group.DisplayName, group.Id ?? "a group"));

    private static bool Has(Group group, string text) =>
        Guid.TryParse(group.Id, out _)
        && (string.Equals(group.DisplayName, text, StringComparison.OrdinalIgnoreCase) || string.Equals(group.Mail, text, StringComparison.OrdinalIgnoreCase));
}
