using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Teams;

/// <summary>
/// Posts cards to a Teams channel through a workflow's webhook. Delivery is at least once: Teams has no idempotency key, and a card
/// posted twice is two pointers to one page.
/// </summary>
internal sealed class TeamsApprovalChannel(IHttpClientFactory clients, IOptionsMonitor<TeamsOptions> options, PostSpacing spacing, DependencyNotes notes, TimeProvider time) : IApprovalChannel
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "teams";

    /// <summary>Name of the system.</summary>
    public const string System = "teams";

    /// <summary>What health says when it does not work. Only notes tell: a look would post a card.</summary>
    internal static readonly ProbeAdvice Advice = new(
        "The Teams workflow refuses posts: its trigger must allow \"Anyone\", its owner must still be there, and Teams:WorkflowUrl must be its whole address including the signature (in Azure the vault secret teams-workflow-url). Approvals wait on their pages.",
        "Teams does not answer: check Teams:WorkflowUrl and the firewall. Approvals wait on their pages.",
        "The Teams workflow throttles us or has a fault of its own; see its run history in Power Automate. Approvals wait on their pages.");

    public async Task PostAsync(ApprovalCard card, CancellationToken cancellation)
    {
        var message = ApprovalCardJson.Write(card);
        try
        {
            await spacing.PostAsync(() => SendAsync(message, cancellation), cancellation);
            notes.Worked(System);
        }
        catch (VendorException fault)
        {
            notes.Failed(System, fault, Advice);
            throw;
        }
    }

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
