using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>
/// Incidents of ServiceNow. Each write carries a mark (<see cref="WriteMark"/>) in the same request as its effect; a repeated call finds
/// the mark and writes nothing. Every write is read back, because a field ACL drops a value with a 200. What remains: a request that is still running at
/// ServiceNow after our time-out is not seen by the look that follows.
/// </summary>
internal sealed class ServiceNowTicketSystem(
    ServiceNowApi api, ServiceNowJournal journal, ServiceNowPeople people, ServiceNowOpening opening, TicketReadBack readBack, IOptions<ServiceNowOptions> options) : ITicketSystem
{
    private const string Fields =
        "sys_id,number,short_description,description,state,caller_id,assignment_group,assigned_to,sys_mod_count,sys_created_on,sys_updated_on,sys_updated_by,close_code,close_notes,parent_incident," + ServiceNowOpening.Fields;

    private const string CommentsHidden = "ServiceNow does not let the integration user read comments (sys_journal_field): give it read access, or what requesters write goes unheard.";

    private static readonly string[] Closed = ["7", "8"];
    private static readonly string[] OnHold = ["3"];

    // Resolution codes of the base system, old and new, that say that nothing was solved by whoever closed it.
    private static readonly string[] NotSolved = ["duplicate", "no resolution", "not solved", "not reproducible", "by caller", "by request", "cancel"];

    private const int EntryLimit = 30_000;

    /// <summary>Default length of incident.close_notes.</summary>
    private const int NotesLimit = 4_000;

    private const int PageSize = 200;

    public string Name => ServiceNowApi.System;

    public Task<TicketRequester?> FindAuthorAsync(string authorUserId, CancellationToken cancellation) => people.AuthorAsync(authorUserId, cancellation);

    public async Task<Ticket?> ReadAsync(string externalId, CancellationToken cancellation)
    {
        if (!ServiceNowId.IsValid(externalId) || await api.GetAsync("incident", externalId, Fields, cancellation) is not { } row)
            return null;
        var caller = await people.RequesterAsync(row.Text("caller_id"), cancellation);
        var comments = await CommentsAsync(externalId, cancellation);
        return new Ticket(
            new TicketReference(Name, row.Text("sys_id"), row.Text("number")),
            row.Text("short_description"),
            row.Text("description"),
            caller,
            State(row),
            long.TryParse(row.Text("sys_mod_count"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
            ServiceNowTime.Read(row.Text("sys_created_on")),
            ServiceNowTime.Read(row.Text("sys_updated_on")),
            IsOurs(row),
            await people.GroupNameAsync(row.Text("assignment_group"), cancellation),
            new Uri(Endpoint.Base(options.Value.InstanceUrl), $"nav_to.do?uri=incident.do?sys_id={row.Text("sys_id")}"),
            comments ?? [])
        {
            AssignedTo = await people.AssigneeAsync(row.Text("assigned_to"), options.Value.IntegrationUserName, cancellation),
            CommentsHidden = comments is null ? CommentsHidden : null,
            Opening = await opening.OfAsync(row, caller, cancellation),
            CloseNotes = CloseNotesOf(row),
            CausedBy = await CauseAsync(row.Text("parent_incident"), cancellation),
            OpeningKey = IsOurs(row) ? row.TextOrNull("correlation_id") : null,
        };
    }

    private async Task<IReadOnlyList<TicketReference>> CauseAsync(string parentId, CancellationToken cancellation) =>
        ServiceNowId.IsValid(parentId) && await api.GetAsync("incident", parentId, "sys_id,number", cancellation) is { } parent
            ? [new TicketReference(Name, parent.Text("sys_id"), parent.Text("number"))]
            : [];

    public Task<TicketReference> OpenAsync(TicketDraft draft, string idempotencyKey, CancellationToken cancellation) => opening.OpenAsync(draft, idempotencyKey, cancellation);

    public Task CommentAsync(string externalId, string text, string idempotencyKey, CancellationToken cancellation) =>
        EnterAsync(externalId, "comments", WriteMark.Of("comment", idempotencyKey), text, cancellation);

    public Task NoteAsync(string externalId, string text, string idempotencyKey, CancellationToken cancellation) =>
        EnterAsync(externalId, "work_notes", WriteMark.Of("note", idempotencyKey), text, cancellation);

    public async Task AssignAsync(string externalId, string group, string idempotencyKey, CancellationToken cancellation)
    {
        var before = await RequireAsync(externalId, cancellation);
        var groupId = await people.GroupIdAsync(group, cancellation);
        if (before.Text("assignment_group") == groupId)
            return;
        // Assigned by this very key, and moved on by a person since.
        var mark = WriteMark.Of("assign", idempotencyKey);
        if (await journal.HasAsync(externalId, "work_notes", mark, cancellation))
            return;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["assignment_group"] = groupId,
            ["work_notes"] = mark.Under($"Assigned to {group} by the help desk automation.", EntryLimit),
        };
        await DoOnceAsync(() => api.PatchAsync(externalId, fields, cancellation), IsAssignedAsync);
        await readBack.RequireAsync(
            Name, "assignment_group", "ServiceNow accepts incident.assignment_group from the integration user and leaves it as it was: give it the write ACL of incident.assignment_group, and look for a business rule that sets it back.",
            IsAssignedAsync, cancellation);

        async Task<bool> IsAssignedAsync() => (await RequireAsync(externalId, cancellation)).Text("assignment_group") == groupId;
    }

    public async Task ResolveAsync(string externalId, string notes, string idempotencyKey, CancellationToken cancellation)
    {
        var mark = WriteMark.Of("resolve", idempotencyKey);
        var before = await RequireAsync(externalId, cancellation);
        if (IsResolved(before) || WasReopened(before))
            return;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["state"] = options.Value.ResolvedState,
            ["close_code"] = options.Value.ResolutionCode,
            ["close_notes"] = mark.Under(notes, NotesLimit),
        };
        await DoOnceAsync(() => api.PatchAsync(externalId, fields, cancellation), IsDoneAsync);
        await readBack.RequireAsync(
            Name, "state", $"ServiceNow accepts the state {options.Value.ResolvedState} (ServiceNow:ResolvedState) from the integration user and leaves the incident open: give it the write ACL of incident.state, and look for a business rule that sets it back.",
            IsDoneAsync, cancellation);

        async Task<bool> IsDoneAsync() => await RequireAsync(externalId, cancellation) is var now && (IsResolved(now) || WasReopened(now));

        bool IsResolved(JsonElement row) => State(row) is TicketState.Resolved or TicketState.Closed;

        // Our notes on an open incident that somebody else changed last: resolved by this very key and reopened since, which is for a person.
        bool WasReopened(JsonElement row) =>
            mark.IsIn(row.Text("close_notes")) && !string.Equals(row.Text("sys_updated_by"), options.Value.IntegrationUserName, StringComparison.OrdinalIgnoreCase);
    }

    public async Task ReopenAsync(string externalId, string idempotencyKey, CancellationToken cancellation)
    {
        if (!IsOver(await RequireAsync(externalId, cancellation)))
            return;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["state"] = options.Value.ReopenedState,
            ["work_notes"] = WriteMark.Of("reopen", idempotencyKey).Under("Reopened by the help desk automation: the requester says that it is not solved.", EntryLimit),
        };
        await DoOnceAsync(() => api.PatchAsync(externalId, fields, cancellation), IsOpenAsync);
        await readBack.RequireAsync(
            Name, "state", $"ServiceNow accepts the state {options.Value.ReopenedState} (ServiceNow:ReopenedState) from the integration user and leaves the incident resolved: give it the write ACL of incident.state, and look for a business rule that sets it back.",
            IsOpenAsync, cancellation);

        async Task<bool> IsOpenAsync() => !IsOver(await RequireAsync(externalId, cancellation));

        bool IsOver(JsonElement row) => State(row) is TicketState.Resolved or TicketState.Closed;
    }

    public async IAsyncEnumerable<TicketReference> ListCreatedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var condition = string.IsNullOrWhiteSpace(options.Value.ListQuery) ? "" : "^" + options.Value.ListQuery;
        var query = $"sys_created_on>={ServiceNowTime.Write(since)}^sys_created_by!={options.Value.IntegrationUserName}{condition}^ORDERBYsys_created_on^ORDERBYnumber";
        for (var offset = 0; ; offset += PageSize)
        {
            var page = await api.QueryAsync("incident", query, "sys_id,number", PageSize, offset, cancellation);
            foreach (var row in page.Rows)
                yield return new TicketReference(Name, row.Text("sys_id"), row.Text("number"));
            if (!page.HasNext)
                yield break;
        }
    }

    private bool IsOurs(JsonElement row) => row.Text("sys_created_by") == options.Value.IntegrationUserName;

    private string? CloseNotesOf(JsonElement row) =>
        State(row) is TicketState.Resolved or TicketState.Closed && row.Text("close_notes").Trim() is { Length: > 0 } notes && !WriteMark.EndsWithOne(notes)
        && !Array.Exists(NotSolved, word => row.Text("close_code").Contains(word, StringComparison.OrdinalIgnoreCase)) ? notes : null;

    private TicketState State(JsonElement row)
    {
        var state = row.Text("state");
        var now = options.Value;
        return state == now.ResolvedState ? TicketState.Resolved
            : (now.ClosedStates.Count > 0 ? now.ClosedStates : Closed).Contains(state) ? TicketState.Closed
            : (now.OnHoldStates.Count > 0 ? now.OnHoldStates : OnHold).Contains(state) ? TicketState.OnHold
            : TicketState.Open;
    }

    // Null when they are refused; the ticket itself is still read.
    private async Task<IReadOnlyList<TicketComment>?> CommentsAsync(string externalId, CancellationToken cancellation)
    {
        try
        {
            return await journal.OfPeopleAsync(externalId, cancellation);
        }
        catch (VendorException refusal) when (refusal.Code == "403")
        {
            readBack.Unreadable(Name, "sys_journal_field", CommentsHidden);
            return null;
        }
    }

    private async Task EnterAsync(string externalId, string element, WriteMark mark, string text, CancellationToken cancellation)
    {
        Require(externalId);
        if (await IsEnteredAsync())
            return;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { [element] = mark.Under(text, EntryLimit) };
        await DoOnceAsync(() => api.PatchAsync(externalId, fields, cancellation), IsEnteredAsync);
        await readBack.RequireAsync(
            Name, element, $"ServiceNow accepts incident.{element} from the integration user and does not show it afterwards: give it the write ACL of incident.{element}, and read access to sys_journal_field without a row restriction.",
            IsEnteredAsync, cancellation);

        Task<bool> IsEnteredAsync() => journal.HasAsync(externalId, element, mark, cancellation);
    }

    /// <summary>Writes; where the outcome is unknown, looks whether it was done after all.</summary>
    private static async Task DoOnceAsync(Func<Task> write, Func<Task<bool>> isDone)
    {
        try
        {
            await write();
        }
        catch (VendorException fault) when (VendorCall.IsInDoubt(fault))
        {
            if (!await isDone())
                throw;
        }
    }

    private async Task<JsonElement> RequireAsync(string externalId, CancellationToken cancellation)
    {
        Require(externalId);
        return await api.GetAsync("incident", externalId, Fields, cancellation)
            ?? throw new VendorException(Name, "404", $"ServiceNow has no incident {externalId}, or hides it from the integration user (role itil).", isRetryable: false);
    }

    private static void Require(string externalId)
    {
        if (!ServiceNowId.IsValid(externalId))
            throw new VendorException(ServiceNowApi.System, "bad-id", "A ServiceNow ticket is named by its sys_id (32 hexadecimal digits).", isRetryable: false);
    }
}
