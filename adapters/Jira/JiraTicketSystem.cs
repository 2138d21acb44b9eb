using System.Runtime.CompilerServices;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Jira;

/// <summary>
/// Requests of Jira Service Management. Jira has no idempotency keys: comments carry a mark (<see cref="WriteMark"/>) that a
/// repeated call looks for; assigning and resolving leave an internal comment with a mark after their effect.
/// </summary>
internal sealed class JiraTicketSystem(
    JiraApi api, JiraComments comments, JiraGroups groups, JiraPeople people, IOptionsMonitor<JiraOptions> options, TimeProvider time) : ITicketSystem
{
    private const string Done = "done";
    private const int PageSize = 100;
    private static readonly string[] OnHold = ["Waiting for customer", "Pending"];
    private static readonly string[] Closed = ["Closed", "Canceled", "Cancelled"];

    public string Name => JiraApi.System;

    public async Task<Ticket?> ReadAsync(string externalId, CancellationToken cancellation)
    {
        if (await IssueAsync(externalId, cancellation) is not { } issue || issue.Member("fields") is not { } fields)
            return null;
        var updated = JiraTime.Read(fields.Text("updated"));
        var requester = await people.RequesterAsync(fields, cancellation);
        return new Ticket(
            Reference(issue),
            fields.Text("summary"),
            JiraText.Plain(fields.Member("description")),
            requester,
            State(fields),
            updated.ToUnixTimeMilliseconds(),
            JiraTime.Read(fields.Text("created")),
            updated,
            fields.Member("creator")?.TextOrNull("accountId") == await people.OursAsync(cancellation),
            groups.Of(fields),
            new Uri(Endpoint.Base(options.CurrentValue.BrowseUrl ?? options.CurrentValue.SiteUrl), $"browse/{issue.Text("key")}"),
            await comments.OfPeopleAsync(externalId, cancellation))
        {
            Opening = await people.OpeningAsync(issue, fields, requester, cancellation),
        };
    }

    public Task CommentAsync(string externalId, string text, string idempotencyKey, CancellationToken cancellation)
    {
        Require(externalId);
        return comments.WriteOnceAsync(externalId, text, isPublic: true, WriteMark.Of("comment", idempotencyKey), cancellation);
    }

    public Task NoteAsync(string externalId, string text, string idempotencyKey, CancellationToken cancellation)
    {
        Require(externalId);
        return comments.WriteOnceAsync(externalId, text, isPublic: false, WriteMark.Of("note", idempotencyKey), cancellation);
    }

    public async Task AssignAsync(string externalId, string group, string idempotencyKey, CancellationToken cancellation)
    {
        var fields = await RequireAsync(externalId, cancellation);
        var mark = WriteMark.Of("assign", idempotencyKey);
        if (await comments.HasAsync(externalId, mark, cancellation))
            return;
        if (groups.Of(fields) != group)
            await groups.AssignAsync(externalId, group, cancellation);
        await comments.WriteOnceAsync(externalId, $"Assigned to {group} by the help desk automation.", isPublic: false, mark, cancellation);
    }

    public async Task ResolveAsync(string externalId, string notes, string idempotencyKey, CancellationToken cancellation)
    {
        var fields = await RequireAsync(externalId, cancellation);
        var mark = WriteMark.Of("resolve", idempotencyKey);
        // The mark comes after the effect: where it is and the issue is open, it was reopened since, and that is for a person.
        if (await comments.HasAsync(externalId, mark, cancellation))
            return;
        if (!IsDone(fields))
            await TransitionAsync(externalId, cancellation);
        await comments.WriteOnceAsync(externalId, notes, isPublic: false, mark, cancellation);
    }

    public async IAsyncEnumerable<TicketReference> ListCreatedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ours = await people.OursAsync(cancellation);
        var now = options.CurrentValue;
        var projects = now.WebhookProjects is { } wanted ? [.. now.Projects.Intersect(wanted, StringComparer.Ordinal)] : now.Projects.ToList();
        if (projects.Count == 0)
            yield break;
        // JQL reads a date in the time zone of the account's profile, and to the minute; minutes ago have no zone. The rest is compared here.
        var minutes = Math.Max(1, (long)Math.Ceiling((time.GetUtcNow() - since).TotalMinutes) + 1);
        var jql = $"project in ({string.Join(", ", projects)}) AND created >= \"-{minutes}m\" ORDER BY created ASC";
        var path = $"rest/api/3/search/jql?jql={Uri.EscapeDataString(jql)}&fields=created,creator&maxResults={PageSize}";
        for (string? token = null; ;)
        {
            var page = await api.GetAsync(token is null ? path : $"{path}&nextPageToken={Uri.EscapeDataString(token)}", cancellation);
            foreach (var issue in page?.Items("issues") ?? [])
            {
                if (issue.Member("fields") is { } fields && JiraTime.Read(fields.Text("created")) >= since && fields.Member("creator")?.TextOrNull("accountId") != ours)
                    yield return Reference(issue);
            }

            token = page?.TextOrNull("nextPageToken");
            if (token is null)
                yield break;
        }
    }

    private static TicketReference Reference(JsonElement issue) => new(JiraApi.System, issue.Text("id"), issue.Text("key"));

    private static bool IsDone(JsonElement fields) => fields.Member("status")?.Member("statusCategory")?.Text("key") == Done;

    private static void Require(string externalId)
    {
        if (!JiraId.IsValid(externalId))
            throw new VendorException(JiraApi.System, "bad-id", "A Jira ticket is named by its issue id or key.", isRetryable: false);
    }

    private TicketState State(JsonElement fields)
    {
        var status = fields.Member("status")?.Text("name") ?? "";
        if (IsDone(fields))
            return Contains(options.CurrentValue.ClosedStatuses, Closed) ? TicketState.Closed : TicketState.Resolved;
        return Contains(options.CurrentValue.OnHoldStatuses, OnHold) ? TicketState.OnHold : TicketState.Open;

        bool Contains(IList<string> configured, string[] usual) =>
            (configured.Count > 0 ? configured : usual).Contains(status, StringComparer.OrdinalIgnoreCase);
    }

    private async Task<JsonElement?> IssueAsync(string externalId, CancellationToken cancellation) =>
        JiraId.IsValid(externalId)
            ? await api.GetAsync($"rest/api/3/issue/{externalId}?fields=summary,description,status,created,updated,reporter,creator,project,{groups.Field}&properties={JiraPeople.ChannelProperty}", cancellation)
            : null;

    private async Task<JsonElement> RequireAsync(string externalId, CancellationToken cancellation)
    {
        Require(externalId);
        return (await IssueAsync(externalId, cancellation))?.Member("fields")
            ?? throw new VendorException(Name, "404", $"Jira has no issue {externalId}, or hides it from the integration account (permission Browse projects).", isRetryable: false);
    }

    private async Task TransitionAsync(string externalId, CancellationToken cancellation)
    {
        var now = options.CurrentValue;
        var offered = (await api.GetAsync($"rest/api/3/issue/{externalId}/transitions?expand=transitions.fields", cancellation))?.Items("transitions").ToList() ?? [];
        var chosen = offered.Where(transition => string.IsNullOrWhiteSpace(now.ResolveTransition)
                ? transition.Member("to")?.Member("statusCategory")?.Text("key") == Done
                : transition.Text("id") == now.ResolveTransition || string.Equals(transition.Text("name"), now.ResolveTransition, StringComparison.OrdinalIgnoreCase))
            .Select(static transition => (JsonElement?)transition)
            .FirstOrDefault()
            ?? throw new VendorException(Name, "no-transition", "Jira offers no transition that resolves this issue: set Jira:ResolveTransition to one of the workflow, and give the integration account the permission Transition issues.", isRetryable: false);
        var body = new Dictionary<string, object>(StringComparer.Ordinal) { ["transition"] = new { id = chosen.Text("id") } };
        // A field that is not on the transition's screen is refused with 400.
        if (chosen.Member("fields")?.Member("resolution") is not null)
            body["fields"] = new { resolution = new { name = now.Resolution } };
        try
        {
            _ = await api.WriteAsync(HttpMethod.Post, $"rest/api/3/issue/{externalId}/transitions", body, cancellation);
        }
        catch (VendorException fault) when (fault.Code is "400" or "409" || VendorCall.IsInDoubt(fault))
        {
            // Done after all, or by somebody else in the meantime.
            if (!IsDone(await RequireAsync(externalId, cancellation)))
                throw;
        }
    }
}
