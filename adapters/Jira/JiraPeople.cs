using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Jira;

/// <summary>
/// The people behind an issue: who reports it, who created it and by which channel. Words in the issue do not count.
/// </summary>
internal sealed class JiraPeople(JiraApi api, JiraAccount account)
{
    /// <summary>The issue property in which Jira Service Management keeps the channel of a request.</summary>
    public const string ChannelProperty = "request.channel.type";

    /// <summary>Account id of the integration account.</summary>
    public Task<string> OursAsync(CancellationToken cancellation) => account.IdAsync(cancellation);

    /// <summary>The reporter; the mail address is asked for where the issue does not show it, and stays null where privacy hides it.</summary>
    public Task<TicketRequester?> RequesterAsync(JsonElement fields, CancellationToken cancellation) => OfAsync(fields.Member("reporter"), cancellation);

    /// <summary>Who created an issue and by which channel.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="requester">Its reporter; null when there is none.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<TicketOpening> OpeningAsync(JsonElement issue, JsonElement fields, TicketRequester? requester, CancellationToken cancellation)
    {
        var creator = fields.Member("creator");
        var opener = requester is not null && creator?.TextOrNull("accountId") == requester.SystemUserId ? requester : await OfAsync(creator, cancellation);
        return new TicketOpening(opener is null ? [] : [opener], ChannelOf(issue.Member("properties")?.Member(ChannelProperty)?.TextOrNull("value")));
    }

    private static TicketChannel ChannelOf(string? channel) => channel?.ToLowerInvariant() switch
    {
        null or "" => TicketChannel.Unknown,
        "portal" => TicketChannel.Portal,
        "email" => TicketChannel.Mail,
        "phone" => TicketChannel.Phone,
        "chat" or "slack" or "teams" or "virtualagent" => TicketChannel.Chat,
        "api" => TicketChannel.Program,
        _ => TicketChannel.Other,
    };

    // Whom we may not look up stays without an address, and so is nobody in the directory.
    private async Task<string?> MailAsync(string accountId, CancellationToken cancellation)
    {
        try
        {
            return (await api.GetAsync($"rest/api/3/user?accountId={Uri.EscapeDataString(accountId)}", cancellation))?.TextOrNull("emailAddress");
        }
        catch (VendorException fault) when (fault.Code == "403")
        {
            return null;
        }
    }

    private async Task<TicketRequester?> OfAsync(JsonElement? user, CancellationToken cancellation)
    {
        if (user is not { } known || known.TextOrNull("accountId") is not { } id)
            return null;
        return new TicketRequester(id, known.TextOrNull("emailAddress") ?? await MailAsync(id, cancellation), null, known.TextOrNull("displayName"));
    }
}
