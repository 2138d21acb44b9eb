using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Jira;

/// <summary>Reads issues as tickets. What only describes an issue and is refused, such as its comments, does not keep it from being read.</summary>
internal sealed class JiraIssueReader(JiraApi api, JiraComments comments, JiraPeople people, JiraSite site, TicketReadBack readBack)
{
    /// <summary>The user of an account id; null when the site has none or does not show it.</summary>
    public Task<TicketRequester?> AuthorAsync(string accountId, CancellationToken cancellation) => people.ByAccountAsync(accountId, cancellation);

    private const string Done = "done";
    private const int MostCauses = 10;

    /// <summary>True when the status has the category "done".</summary>
    public static bool IsDone(JsonElement fields) => fields.Member("status")?.Member("statusCategory")?.Text("key") == Done;

    /// <summary>The ticket; null when there is none, or it is hidden (both are 404).</summary>
    public async Task<Ticket?> ReadAsync(string externalId, CancellationToken cancellation)
    {
        if (await IssueAsync(externalId, cancellation) is not { } issue)
            return null;
        if (issue.Member("fields") is not { } fields || issue.TextOrNull("id") is null)
            throw JiraApi.NoResult("the issue");
        var updated = JiraTime.Read(fields.Text("updated"));
        var requester = await people.RequesterAsync(fields, cancellation);
        var isOurs = fields.Member("creator")?.TextOrNull("accountId") == await people.OursAsync(cancellation);
        var text = JiraText.Plain(fields.Member("description"));
        var opened = isOurs ? JiraOpeningMark.Read(text) : (Key: null, Text: text);
        var said = await comments.OfPeopleAsync(externalId, cancellation);
        return new Ticket(
            new TicketReference(JiraApi.System, issue.Text("id"), issue.Text("key")),
            fields.Text("summary"),
            opened.Text,
            requester,
            site.StateOf(fields.Member("status")?.Text("name") ?? "", IsDone(fields)),
            updated.ToUnixTimeMilliseconds(),
            JiraTime.Read(fields.Text("created")),
            updated,
            isOurs,
            site.GroupOf(fields),
            site.PageOf(issue.Text("key")),
            said ?? [])
        {
            AssignedTo = await people.AssigneeAsync(fields, cancellation),
            Opening = await people.OpeningAsync(issue, fields, requester, cancellation),
            CloseNotes = CloseNotesOf(fields, said),
            CausedBy = CausesOf(fields),
            OpeningKey = opened.Key,
            CommentsHidden = said is null ? JiraComments.Hidden : null,
        };
    }

    // Of a link, the issue shows the other end: "is caused by" the inward issue. Names of link types are the site's; these are those of the base configuration.
    private static List<TicketReference> CausesOf(JsonElement fields) =>
        fields.Member("issuelinks") is { ValueKind: JsonValueKind.Array } links
            ? [.. links.EnumerateArray().Where(static link => string.Equals(link.Member("type")?.TextOrNull("inward"), "is caused by", StringComparison.OrdinalIgnoreCase))
                .Select(static link => link.Member("inwardIssue")).OfType<JsonElement>().Where(static issue => JiraId.IsValid(issue.TextOrNull("id") ?? "") && issue.TextOrNull("key") is not null).Take(MostCauses)
                .Select(static issue => new TicketReference(JiraApi.System, issue.Text("id"), issue.Text("key")))]
            : [];

    // Jira has no close notes: what the assignee wrote last, or anyone of the team wrote internally. Customers can do neither.
    private static string? CloseNotesOf(JsonElement fields, IReadOnlyList<TicketComment>? said)
    {
        if (!IsDone(fields) || StatusWords.IsNotSolved(fields.Member("status")?.Text("name") ?? "") || StatusWords.IsNotSolved(fields.Member("resolution")?.Text("name") ?? ""))
            return null;
        var assignee = fields.Member("assignee")?.TextOrNull("accountId");
        return said?.LastOrDefault(comment => !comment.IsPublic || (assignee is not null && comment.AuthorUserId == assignee))?.Text is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
    }

    /// <summary>The fields of an issue that must be there.</summary>
    /// <exception cref="VendorException"><c>404</c>.</exception>
    public async Task<JsonElement> RequireAsync(string externalId, CancellationToken cancellation)
    {
        var issue = await IssueAsync(externalId, cancellation)
            ?? throw new VendorException(JiraApi.System, "404", $"Jira has no issue {externalId}, or hides it from the integration account (permission Browse projects).", isRetryable: false);
        return issue.Member("fields") ?? throw JiraApi.NoResult("the issue");
    }

    /// <summary>Reads an issue back until a change shows.</summary>
    /// <exception cref="VendorException"><see cref="TicketErrors.NotShown"/>.</exception>
    public Task RequireShownAsync(string externalId, string field, string advice, Func<JsonElement, bool> isShown, CancellationToken cancellation) =>
        readBack.RequireAsync(JiraApi.System, field, advice, async () => isShown(await RequireAsync(externalId, cancellation)), cancellation);

    private async Task<JsonElement?> IssueAsync(string externalId, CancellationToken cancellation) =>
        JiraId.IsValid(externalId)
            ? await api.GetAsync($"rest/api/3/issue/{externalId}?fields=summary,description,status,created,updated,reporter,creator,assignee,resolution,project,issuelinks,{site.GroupField}&properties={JiraPeople.ChannelProperty}", cancellation)
            : null;
}
