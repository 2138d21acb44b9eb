using System.Text;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Jira;

/// <summary>
/// Jira's webhook (docs/jira-webhook.md): <c>X-Hub-Signature: sha256=hex</c> over the body, or Automation's shared secret in
/// <c>X-Automation-Secret</c>, at one address.
/// </summary>
internal sealed class JiraWebhook(IOptions<JiraWebhookOptions> options) : ITicketWebhook
{
    private const int HexLength = 64;

    public string System => JiraApi.System;

    public string? MissingSetting =>
        options.Value.Jira.IsSet || options.Value.JiraAutomation.IsSet ? null : "Webhooks:Jira:Secret (or Webhooks:JiraAutomation:Secret)";

    public TimeSpan MaxAge => options.Value.JiraMaxAge;

    public string ClockSetting => "Webhooks:JiraMaxAge";

    public bool MayBeProven(WebhookRequest request) =>
        DigestOf(request) is not null || WebhookSignature.IsShared(request.Header("X-Automation-Secret"), options.Value.JiraAutomation);

    // Both are always checked, so that the time does not say which of the two a sender uses.
    public WebhookProof Check(WebhookRequest request) =>
        IsSigned(request) | WebhookSignature.IsShared(request.Header("X-Automation-Secret"), options.Value.JiraAutomation)
            ? WebhookProof.Valid
            : WebhookProof.Invalid;

    public WebhookReading Read(WebhookRequest request) => JiraWebhookBody.Read(request.Body, options.Value);

    private static string? DigestOf(WebhookRequest request) =>
        WebhookSignature.Digest(request.Header("X-Hub-Signature"), HexLength) is { } digest && digest.All(char.IsAsciiHexDigit) ? digest : null;

    private bool IsSigned(WebhookRequest request) =>
        DigestOf(request) is { } digest
        && WebhookSignature.IsSigned(request.Body.Span, Convert.FromHexString(digest), options.Value.Jira.All.Select(Encoding.UTF8.GetBytes));
}
