using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Jira;

/// <summary>
/// Requests of Jira Service Management. Jira has no idempotency keys: comments carry a mark (<see cref="WriteMark"/>) that a
/// repeated call looks for; assigning and resolving leave an internal comment with a mark after their effect.
/// </summary>
internal sealed class JiraTicketSystem(
    JiraIssueReader issues, JiraApi api, JiraComments comments, JiraGroups groups, JiraTransitions transitions, JiraRequests requests) : ITicketSystem
{
    public string Name => JiraApi.System;

    public Task<Ticket?> ReadAsync(string externalId, CancellationToken cancellation) => issues.ReadAsync(externalId, cancellation);

    public Task<TicketRequester?> FindAuthorAsync(string authorUserId, CancellationToken cancellation) => issues.AuthorAsync(authorUserId, cancellation);

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
        Require(externalId);
        var fields = await issues.RequireAsync(externalId, cancellation);
        var mark = WriteMark.Of("assign", idempotencyKey);
        if (await comments.HasAsync(externalId, mark, cancellation))
            return;
        if (groups.Of(fields) != group)
        {
            await groups.AssignAsync(externalId, group, cancellation);
            await issues.RequireShownAsync(
                externalId, groups.Field, $"Jira accepts {groups.Field} (Jira:GroupField) from the integration account and leaves it as it was: give it the permission Edit issues (Assign issues for an assignee), and look for an automation rule that sets it back.",
                after => groups.Of(after) == group, cancellation);
        }

        await RememberAsync(externalId, $"Assigned to {group} by the help desk automation.", mark, cancellation);
    }

    public async Task ResolveAsync(string externalId, string notes, string idempotencyKey, CancellationToken cancellation)
    {
        Require(externalId);
        var fields = await issues.RequireAsync(externalId, cancellation);
        var mark = WriteMark.Of("resolve", idempotencyKey);
        // The mark comes after the effect: where it is and the issue is open, it was reopened since, and that is for a person.
        if (await comments.HasAsync(externalId, mark, cancellation))
            return;
        if (!JiraIssueReader.IsDone(fields))
        {
            await TransitionAsync(externalId, await transitions.ChooseAsync(externalId, cancellation), JiraIssueReader.IsDone, cancellation);
            await issues.RequireShownAsync(
                externalId, "status", "Jira accepts the transition from the integration account and leaves the issue open: look for a post function or an automation rule that sets the status back, and set Jira:ResolveTransition to the right one.",
                JiraIssueReader.IsDone, cancellation);
        }

        await RememberAsync(externalId, notes, mark, cancellation);
    }

    public async Task ReopenAsync(string externalId, string idempotencyKey, CancellationToken cancellation)
    {
        Require(externalId);
        if (!JiraIssueReader.IsDone(await issues.RequireAsync(externalId, cancellation)))
            return;
        var body = await transitions.ChooseReopeningAsync(externalId, cancellation);
        await TransitionAsync(externalId, body, static fields => !JiraIssueReader.IsDone(fields), cancellation);
        await issues.RequireShownAsync(
            externalId, "status", "Jira accepts the transition from the integration account and leaves the issue resolved: look for a post function or an automation rule that sets the status back.",
            static fields => !JiraIssueReader.IsDone(fields), cancellation);
        await RememberAsync(externalId, "Reopened by the help desk automation: the requester says that it is not solved.", WriteMark.Of("reopen", idempotencyKey), cancellation);
    }

    public IAsyncEnumerable<TicketReference> ListCreatedSinceAsync(DateTimeOffset since, CancellationToken cancellation) => requests.CreatedSinceAsync(since, cancellation);

    public Task<TicketReference> OpenAsync(TicketDraft draft, string idempotencyKey, CancellationToken cancellation) => requests.OpenAsync(draft, idempotencyKey, cancellation);

    private static void Require(string externalId)
    {
        if (!JiraId.IsValid(externalId))
            throw new VendorException(JiraApi.System, "bad-id", "A Jira ticket is named by its issue id or key.", isRetryable: false);
    }

    // The effect was read back already: a comment about it that does not show takes nothing from it, and health tells of it.
    private async Task RememberAsync(string externalId, string text, WriteMark mark, CancellationToken cancellation)
    {
        try
        {
            await comments.WriteOnceAsync(externalId, text, isPublic: false, mark, cancellation);
        }
        catch (VendorException hidden) when (TicketErrors.IsNotShown(hidden))
        {
        }
    }

    private async Task TransitionAsync(string externalId, object body, Func<JsonElement, bool> isThere, CancellationToken cancellation)
    {
        try
        {
            _ = await api.WriteAsync(HttpMethod.Post, $"rest/api/3/issue/{externalId}/transitions", body, cancellation);
        }
        catch (VendorException fault) when (fault.Code is "400" or "409" || VendorCall.IsInDoubt(fault))
        {
            // Done after all, or by somebody else in the meantime.
            if (!isThere(await issues.RequireAsync(externalId, cancellation)))
                throw;
        }
    }
}
