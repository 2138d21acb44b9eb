using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Jira;

/// <summary>Who reported an issue and who works on it.</summary>
internal sealed class JiraPeople(JiraApi api, JiraAccount account, JiraGroups groups, TicketReadBack readBack)
{
    private const string MailHidden =
        "Jira does not let the integration account look up users, so the reporter's mail address is unknown: give it the global permission 'Browse users and groups' (OAuth scope read:jira-user).";

    private const string MailPrivate =
        "Jira does not show the reporter's mail address: their profile hides it. Let them show it to the organisation (Atlassian account, profile and visibility), or manage the accounts.";

    /// <summary>The reporter; the mail address is asked for where the issue does not show it, and stays null where privacy or a missing permission hides it.</summary>
    public async Task<TicketRequester?> ReporterAsync(JsonElement fields, CancellationToken cancellation)
    {
        if (fields.Member("reporter") is not { } reporter || reporter.TextOrNull("accountId") is not { } id)
            return null;
        var (mail, hidden) = reporter.TextOrNull("emailAddress") is { } shown ? (shown, null) : await MailAsync(id, cancellation);
        return new TicketRequester(id, mail, null, reporter.TextOrNull("displayName")) { Hidden = hidden };
    }

    /// <summary>Name of the person who works on an issue; null when nobody does, only we, or an account that stands for a group.</summary>
    public async Task<string?> AssigneeAsync(JsonElement fields, CancellationToken cancellation)
    {
        if (fields.Member("assignee") is not { } assignee || assignee.TextOrNull("accountId") is not { } id || groups.IsGroup(id))
            return null;
        return id == await account.IdAsync(cancellation) ? null : assignee.TextOrNull("displayName") ?? id;
    }

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
