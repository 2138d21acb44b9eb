using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Domain.Tickets;

/// <summary>What an id of a ticket system may look like. Ids go into keys, addresses and queries, so nothing else passes.</summary>
internal static partial class TicketIds
{
    /// <summary>Longest id of a delivery in a message: a <c>sys_id</c> and a count, or what a sender's header names and a word.</summary>
    private const int MaxDelivery = 200;

    /// <summary>A ServiceNow <c>sys_id</c>: 32 hexadecimal digits.</summary>
    public static bool IsSysId(string text) => SysId().IsMatch(text);

    /// <summary>A ServiceNow number: <c>INC0010023</c>. Prefixes are the customer's, so only the form is held.</summary>
    public static bool IsServiceNowNumber(string text) => ServiceNowNumber().IsMatch(text);

    /// <summary>A Jira issue id: up to 18 digits.</summary>
    public static bool IsJiraId(string text) => JiraId().IsMatch(text);

    /// <summary>A Jira issue key: <c>ITSD-217</c>.</summary>
    public static bool IsJiraKey(string text) => JiraKey().IsMatch(text);

    /// <summary>A count that only grows: up to 18 digits.</summary>
    public static bool IsCount(string text) => Count().IsMatch(text);

    /// <summary>A delivery id that a sender's header names: up to 128 plain characters.</summary>
    public static bool IsDelivery(string text) => Delivery().IsMatch(text);

    /// <summary>True when a message names a ticket as the webhooks of its system do; one that somebody else wrote into the queue may not.</summary>
    public static bool IsTicket(QueuedTicket message) =>
        message is { Ticket: { System: not null, ExternalId: not null, Number: not null } ticket, DeliveryId: { Length: > 0 and <= MaxDelivery } delivery }
        && !delivery.Any(char.IsControl)
        && message.TraceParent is null or { Length: <= MaxDelivery }
        && ticket.System switch
        {
            "servicenow" => IsSysId(ticket.ExternalId) && IsServiceNowNumber(ticket.Number),
            "jira" => IsJiraId(ticket.ExternalId) && IsJiraKey(ticket.Number),
            _ => false,
        };

    [GeneratedRegex(@"\A[0-9a-fA-F]{32}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SysId();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{1,39}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ServiceNowNumber();

    [GeneratedRegex(@"\A[1-9][0-9]{0,17}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex JiraId();

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]{0,49}-[1-9][0-9]{0,9}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex JiraKey();

    [GeneratedRegex(@"\A[0-9]{1,18}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Count();

    [GeneratedRegex(@"\A[A-Za-z0-9._:-]{1,128}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Delivery();
}
