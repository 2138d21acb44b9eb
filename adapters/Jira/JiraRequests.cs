using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Jira;

/// <summary>
/// Requests of a service project: lists them, and opens them for people who wrote on a channel. Jira takes no idempotency key, so a repeated call looks for
/// the mark of the first among the issues that our account created of late.
/// </summary>
internal sealed class JiraRequests(JiraApi api, JiraSearch search, JiraPeople people, JiraIssueReader issues, TicketReadBack readBack, IOptionsMonitor<JiraOptions> options)
{
    private const int SummaryLimit = 255;

    /// <summary>Jira's limit is 32,767 characters; escapes need room.</summary>
    private const int TextLimit = 15_000;

    /// <summary>The longest that is written under the person's own text.</summary>
    private const int RestLimit = 500;

    /// <summary>Issues created at or after a moment, not by us.</summary>
    public IAsyncEnumerable<TicketReference> CreatedSinceAsync(DateTimeOffset since, CancellationToken cancellation) => search.CreatedSinceAsync(since, cancellation);

    /// <summary>Opens one, once per key.</summary>
    /// <exception cref="VendorException"><c>not-opened</c>: a setting or permission is missing, and the message names it.</exception>
    public async Task<TicketReference> OpenAsync(TicketDraft draft, string key, CancellationToken cancellation)
    {
        var now = options.CurrentValue;
        if (string.IsNullOrWhiteSpace(now.ServiceDeskId) || string.IsNullOrWhiteSpace(now.RequestTypeId))
            throw NotOpened($"set Jira:{(string.IsNullOrWhiteSpace(now.ServiceDeskId) ? nameof(now.ServiceDeskId) : nameof(now.RequestTypeId))}, so that it is known which request people in chats and mails make.");
        if (!JiraOpeningMark.IsKey(key))
            throw NotOpened("the key of the message cannot be written into the description.");
        if (await search.OpenedByUsAsync(key, cancellation) is { } opened)
            return opened;

        var account = draft.Address is { } address ? await people.OneByMailAsync(address, cancellation) : null;
        var ticket = await PostAsync(BodyOf(draft, key, account, now), key, cancellation);
        await issues.RequireShownAsync(
            ticket.ExternalId, "description", "Jira accepts the description of a request from the integration account and does not show it: the request type of Jira:RequestTypeId must have the field Description.",
            fields => JiraOpeningMark.Read(JiraText.Plain(fields.Member("description"))).Key == key, cancellation);
        return ticket;
    }

    private async Task<TicketReference> PostAsync(Dictionary<string, object> body, string key, CancellationToken cancellation)
    {
        try
        {
            if (await api.WriteAsync(HttpMethod.Post, "rest/servicedeskapi/request", body, cancellation) is not { } answer)
                throw NotOpened("it has no such service project, or hides it: correct Jira:ServiceDeskId, and make the integration account an agent of the project.");
            return answer.TextOrNull("issueId") is { } id && answer.TextOrNull("issueKey") is { } number ? new TicketReference(JiraApi.System, id, number) : throw JiraApi.NoResult("the new request");
        }
        catch (VendorException fault) when (VendorCall.IsInDoubt(fault))
        {
            // The answer was lost; the request may be there.
            if (await search.OpenedByUsAsync(key, cancellation) is { } opened)
                return opened;
            throw;
        }
        catch (VendorException refusal) when (refusal.Code == "403")
        {
            throw NotOpened("it forbids to raise a request on behalf of a customer (raiseOnBehalfOf): make the integration account an agent of the service project (role Service Desk Team), and let customers be added to it.");
        }
        catch (VendorException refusal) when (refusal.Code == "400")
        {
            throw NotOpened($"it refuses the request. {refusal.Message} Jira:RequestTypeId must be a request type of Jira:ServiceDeskId that shows Summary and Description and asks for no other field.");
        }
    }

    private Dictionary<string, object> BodyOf(TicketDraft draft, string key, string? account, JiraOptions now)
    {
        var from = account is not null || draft.Address is null ? "" : $"\n\nRequester: {draft.Address} (no single Jira account shows this address)";
        var text = OutgoingText.Clean(draft.Text, TextLimit - RestLimit) + from;
        var body = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["serviceDeskId"] = now.ServiceDeskId!,
            ["requestTypeId"] = now.RequestTypeId!,
            ["requestFieldValues"] = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["summary"] = OutgoingText.Clean(draft.Title.ReplaceLineEndings(" ").Replace('\t', ' '), SummaryLimit),
                ["description"] = JiraText.EscapeWiki(JiraOpeningMark.Under(text, key, TextLimit)),
            },
        };
        if (account is not null)
            body["raiseOnBehalfOf"] = account;
        else if (draft.Address is not null)
            readBack.Unreadable(JiraApi.System, "customer", "Jira shows no single account for the mail address of a person who wrote in a chat or by mail: give the integration account the global permission 'Browse users and groups', and make these people customers of the service project.");
        return body;
    }

    private static VendorException NotOpened(string why) => new(JiraApi.System, "not-opened", $"Jira opens no request: {why}", isRetryable: false);
}
