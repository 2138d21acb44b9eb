using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Jira;

/// <summary>
/// The people behind an issue: who reports it, who created it and by which channel. Words in the issue do not count.
/// </summary>
internal sealed class JiraPeople(JiraApi api, JiraAccount account, JiraGroups groups, TicketReadBack readBack)
{
    private const string MailHidden =
        "Jira does not let the integration account look up users, so the reporter's mail address is unknown: give it the global permission 'Browse users and groups' (OAuth scope read:jira-user).";

    private const string MailPrivate =
        "Jira does not show the reporter's mail address: their profile hides it. Let them show it to the organisation (Atlassian account, profile and visibility), or manage the accounts.";

    /// <summary>The issue property in which Jira Service Management keeps the channel of a request.</summary>
    public const string ChannelProperty = "request.channel.type";

    /// <summary>Account id of the integration account.</summary>
    public Task<string> OursAsync(CancellationToken cancellation) => account.IdAsync(cancellation);

    /// <summary>The reporter; the mail address is asked for where the issue does not show it, and stays null where privacy hides it.</summary>
    public Task<TicketRequester?> RequesterAsync(JsonElement fields, CancellationToken cancellation) => OfAsync(fields.Member("reporter"), cancellation);

    /// <summary>The user of an account id; null when the site has none or does not show it.</summary>
    public async Task<TicketRequester?> ByAccountAsync(string accountId, CancellationToken cancellation)
    {
        var (mail, hidden) = await MailAsync(accountId, cancellation);
        return mail is null ? null : new TicketRequester(accountId, mail, null, null) { Hidden = hidden };
    }

    /// <summary>Account id of the one active user who shows that mail address; null when there is none, or several, or it is hidden.</summary>
    public async Task<string?> OneByMailAsync(string mail, CancellationToken cancellation)
    {
        try
        {
            var answer = await api.GetAsync($"rest/api/3/user/search?query={Uri.EscapeDataString(mail)}&maxResults=50", cancellation);
            IEnumerable<JsonElement> users = answer is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
            var found = users
                .Where(user => string.Equals(user.TextOrNull("emailAddress"), mail, StringComparison.OrdinalIgnoreCase) && user.Member("active") is not { ValueKind: JsonValueKind.False })
                .Select(static user => user.TextOrNull("accountId")).OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToList();
            readBack.Readable(JiraApi.System, "user");
            return found is [var only] ? only : null;
        }
        catch (VendorException refusal) when (refusal.Code is "403" or "401")
        {
            readBack.Unreadable(JiraApi.System, "user", MailHidden);
            return null;
        }
    }

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

    /// <summary>Name of the person who works on an issue; null when nobody does, only we, or an account that stands for a group.</summary>
    public async Task<string?> AssigneeAsync(JsonElement fields, CancellationToken cancellation)
    {
        if (fields.Member("assignee") is not { } assignee || assignee.TextOrNull("accountId") is not { } id || groups.IsGroup(id))
            return null;
        return id == await account.IdAsync(cancellation) ? null : assignee.TextOrNull("displayName") ?? id;
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

    private async Task<TicketRequester?> OfAsync(JsonElement? user, CancellationToken cancellation)
    {
        if (user is not { } known || known.TextOrNull("accountId") is not { } id)
            return null;
        var (mail, hidden) = known.TextOrNull("emailAddress") is { } shown ? (shown, null) : await MailAsync(id, cancellation);
        return new TicketRequester(id, mail, null, known.TextOrNull("displayName")) { Hidden = hidden };
    }

    // Whom we may not look up stays without an address, and so is nobody in the directory.
    private async Task<(string? Mail, string? Hidden)> MailAsync(string id, CancellationToken cancellation)
    {
        try
        {
            var mail = (await api.GetAsync($"rest/api/3/user?accountId={Uri.EscapeDataString(id)}", cancellation))?.TextOrNull("emailAddress");
            readBack.Readable(JiraApi.System, "user");
            return (mail, mail is null ? MailPrivate : null);
        }
        catch (VendorException refusal) when (refusal.Code is "403" or "401")
        {
            // The issue itself was read a moment ago: the credentials are good, this one permission is missing.
            readBack.Unreadable(JiraApi.System, "user", MailHidden);
            return (null, MailHidden);
        }
    }
}
