using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>
/// Incidents of ServiceNow. Each write carries a mark (<see cref="WriteMark"/>) in the same request as its effect, so that both
/// are there or neither; a repeated call finds the mark and writes nothing. What remains: a request that is still running at
/// ServiceNow after our time-out is not seen by the look that follows.
/// </summary>
internal sealed class ServiceNowTicketSystem(
    ServiceNowApi api, ServiceNowJournal caseStore, ServiceNowPeople people, ServiceNowOpening opening, IOptions<ServiceNowOptions> options) : ITicketSystem
{
    private const string Fields =
        "sys_id,number,short_description,description,state,caller_id,assignment_group,sys_mod_count,sys_created_on,sys_updated_on,close_notes," + ServiceNowOpening.Fields;

    private const string Resolved = "6";
    private const int EntryLimit = 30_000;

    /// <summary>Default length of incident.close_notes.</summary>
    private const int NotesLimit = 4_000;

    private const int PageSize = 200;

    public string Name => ServiceNowApi.System;

    public async Task<Ticket?> ReadAsync(string externalId, CancellationToken cancellation)
    {
        if (!ServiceNowId.IsValid(externalId) || await api.GetAsync("incident", externalId, Fields, cancellation) is not { } row)
            return null;
        var caller = await people.RequesterAsync(row.Text("caller_id"), cancellation);
        return new Ticket(
            new TicketReference(Name, row.Text("sys_id"), row.Text("number")),
            row.Text("short_description"),
            row.Text("description"),
            caller,
            State(row),
            long.TryParse(row.Text("sys_mod_count"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
            ServiceNowTime.Read(row.Text("sys_created_on")),
            ServiceNowTime.Read(row.Text("sys_updated_on")),
            row.Text("sys_created_by") == options.Value.IntegrationUserName,
            await people.GroupNameAsync(row.Text("assignment_group"), cancellation),
            new Uri(Endpoint.Base(options.Value.InstanceUrl), $"nav_to.do?uri=incident.do?sys_id={row.Text("sys_id")}"),
            await caseStore.OfPeopleAsync(externalId, cancellation))
        {
            Opening = await opening.OfAsync(row, caller, cancellation),
        };
    }

    public Task CommentAsync(string externalId, string text, string idempotencyKey, CancellationToken cancellation) =>
        EnterAsync(externalId, "comments", WriteMark.Of("comment", idempotencyKey), text, null, cancellation);

    public Task NoteAsync(string externalId, string text, string idempotencyKey, CancellationToken cancellation) =>
        EnterAsync(externalId, "work_notes", WriteMark.Of("note", idempotencyKey), text, null, cancellation);

    public async Task AssignAsync(string externalId, string group, string idempotencyKey, CancellationToken cancellation)
    {
        var before = await RequireAsync(externalId, cancellation);
        var groupId = await people.GroupIdAsync(group, cancellation);
        if (before.Text("assignment_group") == groupId)
            return;
        var mark = WriteMark.Of("assign", idempotencyKey);
        await EnterAsync(externalId, "work_notes", mark, $"Assigned to {group} by the help desk automation.", ("assignment_group", groupId), cancellation);
    }

    public async Task ResolveAsync(string externalId, string notes, string idempotencyKey, CancellationToken cancellation)
    {
        var mark = WriteMark.Of("resolve", idempotencyKey);
        if (await IsDoneAsync())
            return;
        await DoOnceAsync(
            () => api.PatchAsync(
                externalId,
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["state"] = Resolved,
                    ["close_code"] = options.Value.ResolutionCode,
                    ["close_notes"] = mark.Under(notes, NotesLimit),
                },
                cancellation),
            IsDoneAsync);

        // An open ticket with our notes was resolved by this very key and reopened since: that is for a person.
        async Task<bool> IsDoneAsync()
        {
            var now = await RequireAsync(externalId, cancellation);
            return State(now) is TicketState.Resolved or TicketState.Closed || mark.IsIn(now.Text("close_notes"));
        }
    }

    public async IAsyncEnumerable<TicketReference> ListCreatedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var condition = string.IsNullOrWhiteSpace(options.Value.ListQuery) ? "" : "^" + options.Value.ListQuery;
        var query = $"sys_created_on>={ServiceNowTime.Write(since)}^sys_created_by!={options.Value.IntegrationUserName}{condition}^ORDERBYsys_created_on^ORDERBYnumber";
        for (var offset = 0; ; offset += PageSize)
        {
            var page = await api.QueryAsync("incident", query, "sys_id,number", PageSize, offset, cancellation);
            foreach (var row in page)
                yield return new TicketReference(Name, row.Text("sys_id"), row.Text("number"));
            if (page.Count < PageSize)
                yield break;
        }
    }

    private static TicketState State(JsonElement row) => row.Text("state") switch
    {
        "3" => TicketState.OnHold,
        Resolved => TicketState.Resolved,
        "7" or "8" => TicketState.Closed,
        _ => TicketState.Open,
    };

    private async Task EnterAsync(
        string externalId, string element, WriteMark mark, string text, (string Name, string Value)? change, CancellationToken cancellation)
    {
        Require(externalId);
        if (await caseStore.HasAsync(externalId, element, mark, cancellation))
            return;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { [element] = mark.Under(text, EntryLimit) };
        if (change is { } also)
            fields[also.Name] = also.Value;
        await DoOnceAsync(() => api.PatchAsync(externalId, fields, cancellation), () => caseStore.HasAsync(externalId, element, mark, cancellation));
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
