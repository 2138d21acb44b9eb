using Microsoft.Extensions.Options;

namespace HelpDesk.Web.Webhooks;

/// <summary>Refuses secrets that guard nothing. A missing secret is no fault: its endpoint answers 503 until it is set.</summary>
internal sealed class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    private const int LeastKeyBytes = 16;

    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        var faults = new List<string>();
        CheckKey("Webhooks:ServiceNow:Secret", options.ServiceNow.Secret);
        CheckKey("Webhooks:ServiceNow:PreviousSecret", options.ServiceNow.PreviousSecret);
        CheckText("Webhooks:Jira:Secret", options.Jira.Secret);
        CheckText("Webhooks:Jira:PreviousSecret", options.Jira.PreviousSecret);
        CheckText("Webhooks:JiraAutomation:Secret", options.JiraAutomation.Secret);
        CheckText("Webhooks:JiraAutomation:PreviousSecret", options.JiraAutomation.PreviousSecret);
        if (options.ServiceNowWindow < TimeSpan.FromMinutes(1) || options.ServiceNowWindow > TimeSpan.FromHours(1))
            faults.Add("Webhooks:ServiceNowWindow must be a time from 00:01:00 to 01:00:00.");
        if (options.JiraMaxAge < TimeSpan.FromHours(2))
            faults.Add("Webhooks:JiraMaxAge must be at least 02:00:00, because Jira repeats for hours.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void CheckKey(string setting, string secret)
        {
            if (secret.Length > 0 && (WebhookSignature.KeyOf(secret)?.Length ?? 0) < LeastKeyBytes)
                faults.Add($"{setting} must be Base64 of at least {LeastKeyBytes} bytes.");
        }

        void CheckText(string setting, string secret)
        {
            if (secret.Length is > 0 and < LeastKeyBytes)
                faults.Add($"{setting} must have at least {LeastKeyBytes} characters.");
        }
    }
}
