using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>
/// Opens incidents for people who wrote on a channel. The key is in <c>correlation_id</c>, by which a repeated call finds the incident of the
/// first, among those that our integration user created.
/// </summary>
internal sealed class ServiceNowOpener(ServiceNowApi api, ServiceNowPeople people, TicketReadBack readBack, IOptions<ServiceNowOptions> options)
{
    private const string Table = "incident";
    private const string Fields = "sys_id,number,caller_id,correlation_id";
    private const string Display = "HelpDesk";
    private const int TitleLimit = 160;
    private const int TextLimit = 4_000;

    /// <summary>Opens it, once per key.</summary>
    /// <exception cref="VendorException"><c>not-opened</c>: a permission is missing, and the message names it.</exception>
    public async Task<TicketReference> OpenAsync(TicketDraft draft, string key, CancellationToken cancellation)
    {
        if (key.Length == 0 || key.Contains('^', StringComparison.Ordinal))
            throw NotOpened("the key of the message cannot be searched for.");
        if (await FindAsync(key, cancellation) is { } opened)
            return opened;
        var caller = await people.CallerAsync(draft, cancellation);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["short_description"] = OutgoingText.Clean(draft.Title.ReplaceLineEndings(" "), TitleLimit),
            ["description"] = TextOf(draft, caller is not null),
            ["caller_id"] = caller ?? "",
            ["contact_type"] = draft.Channel == TicketChannel.Mail ? "email" : "chat",
            ["correlation_id"] = key,
            ["correlation_display"] = Display,
        };
        JsonElement row;
        try
        {
            row = await api.PostAsync(Table, fields, Fields, cancellation);
        }
        catch (VendorException fault) when (VendorCall.IsInDoubt(fault))
        {
            // The answer was lost; the incident may be there.
            if (await FindAsync(key, cancellation) is { } there)
                return there;
            throw;
        }
        catch (VendorException refusal) when (!refusal.IsRetryable)
        {
            throw NotOpened($"{refusal.Message} To open incidents it also needs the create ACL of incident, and the write ACLs of caller_id, contact_type, correlation_id and correlation_display.");
        }

        await RequireKeyAsync(key, cancellation);
        if (caller is not null && row.Text("caller_id") != caller)
            readBack.Unreadable(ServiceNowApi.System, "caller_id", "ServiceNow accepts incident.caller_id from the integration user and leaves it empty: give it the write ACL of incident.caller_id, or tickets that people open in a chat go to the service desk without a caller.");
        return ReferenceOf(row);
    }

    // Without its key no repeated call would find it, and nothing would show that we opened it for a person.
    private Task RequireKeyAsync(string key, CancellationToken cancellation) => readBack.RequireAsync(
        ServiceNowApi.System, "correlation_id",
        "ServiceNow accepts incident.correlation_id from the integration user and does not show it afterwards: give it the read and write ACL of incident.correlation_id. The incident is there, and the automation does not work on it.",
        async () => await FindAsync(key, cancellation) is not null, cancellation);

    private async Task<TicketReference?> FindAsync(string key, CancellationToken cancellation)
    {
        var query = $"correlation_id={key}^sys_created_by={options.Value.IntegrationUserName}^ORDERBYsys_created_on";
        var rows = (await api.QueryAsync(Table, query, Fields, 1, 0, cancellation)).Rows;
        return rows.Count > 0 && rows[0].Text("correlation_id") == key ? ReferenceOf(rows[0]) : null;
    }

    private static string TextOf(TicketDraft draft, bool hasCaller)
    {
        var from = hasCaller || draft.Address is null ? "" : $"\n\nRequester: {draft.Address} (no single active user in ServiceNow has this address)";
        return OutgoingText.Clean(draft.Text, TextLimit - from.Length) + from;
    }

    private static TicketReference ReferenceOf(JsonElement row) => new(ServiceNowApi.System, row.Text("sys_id"), row.Text("number"));

    private static VendorException NotOpened(string why) => new(ServiceNowApi.System, "not-opened", $"ServiceNow opens no incident: {why}", isRetryable: false);
}
