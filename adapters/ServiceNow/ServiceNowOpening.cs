using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>
/// Says who opened an incident and how: <c>opened_by</c>, the account that created the record (<c>sys_created_by</c>) and
/// <c>contact_type</c>. Words in the ticket do not count.
/// </summary>
internal sealed class ServiceNowOpening(ServiceNowPeople people, ServiceNowOpener opener)
{
    /// <summary>The fields it reads.</summary>
    public const string Fields = "opened_by,contact_type,sys_created_by,correlation_id";

    /// <summary>Opens an incident for a person, once per key.</summary>
    /// <exception cref="Orchestrations.Foundation.VendorException"><c>not-opened</c>: a permission is missing, and the message names it.</exception>
    public Task<TicketReference> OpenAsync(TicketDraft draft, string key, CancellationToken cancellation) => opener.OpenAsync(draft, key, cancellation);

    /// <summary>The opening of an incident.</summary>
    /// <param name="row">The incident.</param>
    /// <param name="caller">Its caller; null when there is none.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<TicketOpening> OfAsync(JsonElement row, TicketRequester? caller, CancellationToken cancellation)
    {
        var by = new List<TicketRequester>();
        var openedBy = row.Text("opened_by");
        if (caller is not null && openedBy == caller.SystemUserId)
            by.Add(caller);
        else if (await people.RequesterAsync(openedBy, cancellation) is { } opener)
            by.Add(opener);

        // The account that wrote the record may be another one than the record says.
        var createdBy = row.Text("sys_created_by");
        if (createdBy.Length > 0 && !by.Any(opener => Is(opener, createdBy)))
            by.Add(caller is not null && Is(caller, createdBy) ? caller : await people.ByUserNameAsync(createdBy, cancellation));
        return new TicketOpening(by, ChannelOf(row.Text("contact_type")));
    }

    private static bool Is(TicketRequester user, string userName) => string.Equals(user.UserName, userName, StringComparison.OrdinalIgnoreCase);

    // Instances add values of their own; one that is not known here proves nothing, and is shown as another channel.
    private static TicketChannel ChannelOf(string contactType) => contactType.ToLowerInvariant() switch
    {
        "" => TicketChannel.Unknown,
        "self-service" or "self_service" or "web" or "portal" => TicketChannel.Portal,
        "email" or "mail" => TicketChannel.Mail,
        "phone" or "voice" or "call" => TicketChannel.Phone,
        "chat" or "virtual_agent" or "messaging" => TicketChannel.Chat,
        "walk-in" or "walk_in" or "walkin" => TicketChannel.WalkIn,
        "monitoring" or "event" or "integration" or "api" or "import" => TicketChannel.Program,
        _ => TicketChannel.Other,
    };
}
