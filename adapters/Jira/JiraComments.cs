using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Jira;

/// <summary>
/// Comments of an issue. They are read through REST v3 (which tells <c>jsdPublic</c>) and written through the Service Management
/// API only, where public or internal is said in so many words: a v3 comment is public unless a property says otherwise.
/// </summary>
internal sealed class JiraComments(JiraApi api, JiraAccount account)
{
    private const int MostComments = 20;
    private const int PageSize = 100;

    /// <summary>How far back a mark is looked for. Chosen because a mark is sought minutes after it was written.</summary>
    private const int MostPages = 10;

    /// <summary>Jira's limit is 32,767 characters; escapes need room.</summary>
    private const int TextLimit = 15_000;

    /// <summary>The newest comments of people, newest last, at most 20. Ours are left out.</summary>
    public async Task<IReadOnlyList<TicketComment>> OfPeopleAsync(string issue, CancellationToken cancellation)
    {
        var ours = await account.IdAsync(cancellation);
        return [.. (await PageAsync(issue, 0, cancellation))
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

    /// <summary>True when we have written a comment with this mark.</summary>
    public async Task<bool> HasAsync(string issue, WriteMark mark, CancellationToken cancellation)
    {
        var ours = await account.IdAsync(cancellation);
        for (var page = 0; page < MostPages; page++)
        {
            var comments = await PageAsync(issue, page * PageSize, cancellation);
            if (comments.Any(comment => Author(comment) == ours && mark.IsIn(JiraText.Plain(comment.Member("body")))))
                return true;
            if (comments.Count < PageSize)
                return false;
        }

        return false;
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
    }

    private static string? Author(JsonElement comment) => comment.Member("author")?.TextOrNull("accountId");

    private async Task<IReadOnlyList<JsonElement>> PageAsync(string issue, int startAt, CancellationToken cancellation)
    {
        var answer = await api.GetAsync($"rest/api/3/issue/{issue}/comment?orderBy=-created&startAt={startAt}&maxResults={PageSize}", cancellation);
        return answer is { } page ? [.. page.Items("comments")] : [];
    }
}
