using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Teams;

/// <summary>
/// Posts notices as cards to a Teams channel through a workflow's webhook. Teams has no idempotency key: only a post whose answer was lost is
/// posted again, and two cards point to one page.
/// </summary>
internal sealed class TeamsChannel(IHttpClientFactory clients, IOptionsMonitor<TeamsOptions> options, DependencyNotes notes, TimeProvider time) : INoticeChannel
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "teams";

    /// <summary>Name of the system.</summary>
    public const string System = "teams";

    private const string Undelivered = "notice";

    /// <summary>What health says when it does not work. Only real posts show it: a probe would post a card.</summary>
    internal static readonly ProbeAdvice Advice = new(
        "The Teams workflow refuses posts: its trigger must allow \"Anyone\", its owner must still be there, and Teams:WorkflowUrl must be its whole address including the signature (in Azure the vault secret teams-workflow-url). Approvals wait on their pages.",
        "Teams does not answer: check Teams:WorkflowUrl and the firewall. Approvals wait on their pages.",
        "The Teams workflow throttles the posts or has an error of its own; see its run history in Power Automate. Approvals wait on their pages.");

    // Above about four posts a second Teams throttles (contract: chat, 1.2); two processes stay near that, and a 429 pauses each of them.
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(350);

    public string Id => System;

    public string Name => "Teams";

    // The HTTP client's own time-out speaks first and names the setting.
    public ChannelLimits Limits => new(PostsAtOnce: 2, Gap, options.CurrentValue.Timeout + TimeSpan.FromSeconds(5), ChannelLimits.PatientRetry);

    public async Task PostAsync(Notice notice, string key, CancellationToken cancellation)
    {
        var message = NoticeCard.Write(notice);
        try
        {
            await SendAsync(message, cancellation);
            notes.Worked(System);
            notes.Allowed(System, Undelivered);
        }
        catch (VendorException fault)
        {
            notes.Failed(System, fault, Advice);
            throw;
        }
    }

    public void GaveUp() => notes.Refused(System, Undelivered, "Teams was not notified in time, see the audit log; the approvals wait on their pages.");

    private async Task SendAsync(byte[] message, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.CurrentValue.WorkflowUrl) { Content = VendorCall.Json(message) };
        using var response = await VendorCall.SendAsync(client, request, System, TeamsOptions.Section, cancellation);
        // 202: accepted. Whether the card appeared is known to the workflow's run history only.
        if (!response.IsSuccessStatusCode)
            throw Fault(response);
    }

    private VendorException Fault(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var message = status switch
        {
            401 or 403 => $"The Teams workflow refuses the post ({status}): its trigger must allow \"Anyone\", and Teams:WorkflowUrl must be its whole address including the signature.",
            404 => "There is no such Teams workflow (404): it was deleted or switched off (its owner left?). Put the address of a live one into Teams:WorkflowUrl.",
            413 => "The card is too large for the Teams workflow (413).",
            429 => "The Teams workflow is throttled (429).",
            _ => $"The Teams workflow answered {status}; see its run history in Power Automate.",
        };
        return new VendorException(System, $"{status}", message, VendorCall.IsRetryable(status), VendorCall.RetryAfter(response, time))
        {
            RequestId = response.Headers.TryGetValues("x-ms-workflow-run-id", out var ids) ? OutgoingText.Clean(string.Join(',', ids), 64) : null,
        };
    }
}
