using System.Runtime.CompilerServices;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Jira;

/// <summary>Lists issues of the configured projects. A key that Jira does not know, or no longer, is named and hides none of the others.</summary>
internal sealed class JiraSearch(JiraApi api, JiraAccount account, TicketReadBack readBack, IOptionsMonitor<JiraOptions> options, TimeProvider time)
{
    private const int PageSize = 100;
    private const string Projects = "projects";

    // How long a message may be under way: longer than a ticket system is away.
    private static readonly TimeSpan OpenedWithin = TimeSpan.FromDays(7);

    /// <summary>Issues created at or after a moment, not by us; oldest first within what is searched together.</summary>
    /// <exception cref="VendorException"><see cref="TicketErrors.Incomplete"/> at the end, when a project cannot be listed.</exception>
    public async IAsyncEnumerable<TicketReference> CreatedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var now = options.CurrentValue;
        var projects = now.WebhookProjects is { } wanted ? [.. now.Projects.Intersect(wanted, StringComparer.Ordinal)] : now.Projects.ToList();
        if (projects.Count == 0)
            yield break;

        // One unknown key makes Jira refuse the whole query: then each is asked for by itself.
        var bad = new List<string>();
        List<List<string>> groups = await IsKnownAsync(projects, since, cancellation) ? [projects] : projects.ConvertAll(static project => new List<string> { project });
        foreach (var group in groups)
        {
            if (group != projects && !await IsKnownAsync(group, since, cancellation))
            {
                bad.AddRange(group);
                continue;
            }

            await foreach (var found in SearchAsync(group, since, cancellation))
                yield return found;
        }

        if (bad.Count == 0)
        {
            readBack.Readable(JiraApi.System, Projects);
            yield break;
        }

        var advice = $"Jira does not know the project {string.Join(", ", bad)} of Jira:Projects, or hides it: take it out of the setting, or give the integration account the permission Browse projects there.";
        readBack.Unreadable(JiraApi.System, Projects, advice);
        throw new VendorException(JiraApi.System, TicketErrors.Incomplete, advice, isRetryable: true);
    }

    /// <summary>The issue that our account opened under a key of late; null when there is none.</summary>
    public async Task<TicketReference?> OpenedByUsAsync(string key, CancellationToken cancellation)
    {
        var ours = await account.IdAsync(cancellation);
        var jql = $"creator = currentUser() AND created >= \"-{(long)OpenedWithin.TotalMinutes}m\" ORDER BY created ASC";
        var path = $"rest/api/3/search/jql?jql={Uri.EscapeDataString(jql)}&fields=created,creator,description&maxResults={PageSize}";
        string? token = null;
        do
        {
            var page = await PageAsync(path, token, cancellation);
            foreach (var issue in page.Items("issues"))
            {
                if (issue.Member("fields") is { } fields && fields.Member("creator")?.TextOrNull("accountId") == ours && JiraOpeningMark.Read(JiraText.Plain(fields.Member("description"))).Key == key)
                    return new TicketReference(JiraApi.System, issue.Text("id"), issue.Text("key"));
            }

            token = page.TextOrNull("nextPageToken") is { } next && next != token ? next : null;
        }
        while (token is not null);
        return null;
    }

    private async Task<bool> IsKnownAsync(List<string> projects, DateTimeOffset since, CancellationToken cancellation)
    {
        try
        {
            await PageAsync(PathOf(projects, since, 1), null, cancellation);
            return true;
        }
        catch (VendorException refusal) when (refusal.Code == "400")
        {
            return false;
        }
    }

    private async IAsyncEnumerable<TicketReference> SearchAsync(List<string> projects, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ours = await account.IdAsync(cancellation);
        var path = PathOf(projects, since, PageSize);
        string? token = null;
        do
        {
            var page = await PageAsync(path, token, cancellation);
            foreach (var issue in page.Items("issues"))
            {
                if (issue.Member("fields") is { } fields && JiraTime.Read(fields.Text("created")) >= since && fields.Member("creator")?.TextOrNull("accountId") != ours)
                    yield return new TicketReference(JiraApi.System, issue.Text("id"), issue.Text("key"));
            }

            token = page.TextOrNull("nextPageToken") is { } next && next != token ? next : null;
        }
        while (token is not null);
    }

    private async Task<JsonElement> PageAsync(string path, string? token, CancellationToken cancellation) =>
        await api.GetAsync(token is null ? path : $"{path}&nextPageToken={Uri.EscapeDataString(token)}", cancellation) is { } page && page.Member("issues") is { ValueKind: JsonValueKind.Array }
            ? page
            : throw JiraApi.NoResult("issues");

    // JQL reads a date in the time zone of the account's profile, and to the minute; minutes ago have no zone. The rest is compared here.
    private string PathOf(List<string> projects, DateTimeOffset since, int most)
    {
        var minutes = Math.Max(1, (long)Math.Ceiling((time.GetUtcNow() - since).TotalMinutes) + 1);
        var jql = $"project in ({string.Join(", ", projects)}) AND created >= \"-{minutes}m\" ORDER BY created ASC";
        return $"rest/api/3/search/jql?jql={Uri.EscapeDataString(jql)}&fields=created,creator&maxResults={most}";
    }
}
