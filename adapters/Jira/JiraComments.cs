using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Jira;

/// <summary>
/// Comments of an issue. They are read through REST v3 (which tells <c>jsdPublic</c>) and written through the Service Management
/// API only, where public or internal is said in so many words: a v3 comment is public unless a property says otherwise.
/// </summary>
internal sealed class JiraComments(JiraApi api, JiraAccount account, TicketReadBack readBack)
{
    private const int MostComments = 20;
    private const int PageSize = 100;

    /// <summary>How far back a mark is looked for. Chosen because a mark is sought minutes after it was written.</summary>
    private const int MostPages = 10;

    /// <summary>Jira's limit is 32,767 characters; escapes need room.</summary>
    private const int TextLimit = 15_000;

    /// <summary>What is missing when the comments of an issue may not be read.</summary>
    public const string Hidden = "Jira does not let the integration account read comments: give it the permission Browse projects and an agent licence, or what requesters write goes unheard.";

    /// <summary>The newest comments of people, newest last, at most 20; null when they are refused. Ours are left out.</summary>
    public async Task<IReadOnlyList<TicketComment>?> OfPeopleAsync(string issue, CancellationToken cancellation)
    {
        var ours = await account.IdAsync(cancellation);
        try
        {
            return [.. (await PageAsync(issue, 0, cancellation)).Comments
                .Where(comment => Author(comment) != ours)
                .Take(MostComments)
                .Select(static comment => new TicketComment(
                    comment.Text("id"),
                    Author(comment),
                    comment.Member("jsdPublic") is not { ValueKind: JsonValueKind.False },
                    JiraText.Plain(comment.Member("body")),
                    JiraTime.Read(comment.Text("created"))))
                .Reverse()];
        }
        catch (VendorException refusal) when (refusal.Code == "403")
        {
            readBack.Unreadable(JiraApi.System, "comment", Hidden);
            return null;
        }
    }

    /// <summary>True when we have written a comment with this mark, and it is as public as it should be where that is told.</summary>
    public async Task<bool> HasAsync(string issue, WriteMark mark, CancellationToken cancellation, bool? isPublic = null)
    {
        var ours = await account.IdAsync(cancellation);
        var startAt = 0;
        for (var page = 0; page < MostPages; page++)
        {
            var (comments, step, hasNext) = await PageAsync(issue, startAt, cancellation);
            if (comments.Any(comment => Author(comment) == ours && mark.IsIn(JiraText.Plain(comment.Member("body"))) && IsAsPublic(comment)))
                return true;
            if (!hasNext)
                return false;
            startAt += step;
        }

        return false;

        bool IsAsPublic(JsonElement comment) => isPublic is null || comment.Member("jsdPublic") is not { } told || (told.ValueKind == JsonValueKind.True) == isPublic;
    }

    /// <summary>Writes a comment unless it is there already.</summary>
    /// <param name="issue">Id or key.</param>
    /// <param name="text">What is said.</param>
    /// <param name="isPublic">True when the requester sees it.</param>
    /// <param name="mark">What a repeated call finds.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task WriteOnceAsync(string issue, string text, bool isPublic, WriteMark mark, CancellationToken cancellation)
    {
        if (await HasAsync(issue, mark, cancellation))
            return;
        var body = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["body"] = JiraText.EscapeWiki(mark.Under(text, TextLimit)),
            ["public"] = isPublic,
        };
        try
        {
            _ = await api.WriteAsync(HttpMethod.Post, $"rest/servicedeskapi/request/{issue}/comment", body, cancellation)
                ?? throw new VendorException(JiraApi.System, "404", $"Jira has no request {issue}, or hides it: it must lie in a service project of Jira:Projects, and the integration account must be an agent there.", isRetryable: false);
        }
        catch (VendorException fault) when (VendorCall.IsInDoubt(fault))
        {
            if (!await HasAsync(issue, mark, cancellation))
                throw;
        }

        await readBack.RequireAsync(
            JiraApi.System, isPublic ? "comment" : "internal-comment",
            isPublic
                ? "Jira accepts a comment to the customer and does not show it as one: the integration account must be an agent of the service project with the permission Add comments, and the request must have a customer."
                : "Jira accepts an internal comment and does not show it as one: the integration account must be an agent of the service project with the permission Add comments.",
            () => HasAsync(issue, mark, cancellation, isPublic), cancellation);
    }

    private static string? Author(JsonElement comment) => comment.Member("author")?.TextOrNull("accountId");

    // A site may show fewer than were asked for: where the next page begins is its answer's matter, not its size's.
    private async Task<(IReadOnlyList<JsonElement> Comments, int Step, bool HasNext)> PageAsync(string issue, int startAt, CancellationToken cancellation)
    {
        var answer = await api.GetAsync($"rest/api/3/issue/{issue}/comment?orderBy=-created&startAt={startAt}&maxResults={PageSize}", cancellation);
        if (answer is not { } page)
            return ([], PageSize, false);
        if (page.Member("comments") is not { ValueKind: JsonValueKind.Array })
            throw JiraApi.NoResult("comments");
        JsonElement[] comments = [.. page.Items("comments")];
        var step = page.Member("maxResults")?.TryGetDoubleLenient() is { } most and >= 1 and <= PageSize ? (int)most : PageSize;
        var hasNext = page.Member("total")?.TryGetDoubleLenient() is { } total ? startAt + step < total : comments.Length > 0;
        return (comments, step, hasNext);
    }
}
