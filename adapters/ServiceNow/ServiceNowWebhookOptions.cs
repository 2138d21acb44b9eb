using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceNow;

/// <summary>How ServiceNow's webhooks are checked and read. Section <c>Webhooks</c>; validated at start.</summary>
public sealed class ServiceNowWebhookOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Webhooks";

    /// <summary>Key of the signature: Base64 of at least 16 bytes, as <c>generateMac</c> takes it. Setting <c>Webhooks:ServiceNow:Secret</c>.</summary>
    public SecretPair ServiceNow { get; set; } = new();

    /// <summary>How far the signed time may be from ours, either way; 1 minute to 1 hour, default 5 minutes. Setting <c>Webhooks:ServiceNowWindow</c>.</summary>
    public TimeSpan ServiceNowWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Our integration user, as <c>sys_updated_by</c> shows it: what it writes never starts a ticket. Setting <c>ServiceNow:IntegrationUserName</c>.</summary>
    internal string? OwnUser { get; set; }

    /// <summary>True for our own integration user; compared without case, as ServiceNow does.</summary>
    internal bool IsOwn(string? user) => user is not null && string.Equals(user, OwnUser, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Refuses a secret that protects nothing. A missing secret is allowed: the webhook answers 503 until it is set.</summary>
internal sealed class ServiceNowWebhookOptionsValidator : IValidateOptions<ServiceNowWebhookOptions>
{
    private const int LeastKeyBytes = 16;

    public ValidateOptionsResult Validate(string? name, ServiceNowWebhookOptions options)
    {
        var faults = new List<string>();
        CheckKey("Webhooks:ServiceNow:Secret", options.ServiceNow.Secret);
        CheckKey("Webhooks:ServiceNow:PreviousSecret", options.ServiceNow.PreviousSecret);
        if (options.ServiceNowWindow < TimeSpan.FromMinutes(1) || options.ServiceNowWindow > TimeSpan.FromHours(1))
            faults.Add("Webhooks:ServiceNowWindow must be a time from 00:01:00 to 01:00:00.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void CheckKey(string setting, string secret)
        {
            if (secret.Length > 0 && (WebhookSignature.FromBase64(secret)?.Length ?? 0) < LeastKeyBytes)
                faults.Add($"{setting} must be Base64 of at least {LeastKeyBytes} bytes.");
        }
    }
}
