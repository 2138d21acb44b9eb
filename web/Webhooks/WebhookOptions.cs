namespace HelpDesk.Web.Webhooks;

/// <summary>How webhooks are checked. Section <c>Webhooks</c>; validated at start.</summary>
public sealed class WebhookOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Webhooks";

    /// <summary>Key of ServiceNow's signature: Base64 of at least 16 bytes, as its <c>generateMac</c> takes it. Setting <c>Webhooks:ServiceNow:Secret</c>.</summary>
    public SecretPair ServiceNow { get; set; } = new();

    /// <summary>Secret of Jira's webhook signature, at least 16 characters. Setting <c>Webhooks:Jira:Secret</c>.</summary>
    public SecretPair Jira { get; set; } = new();

    /// <summary>Secret that Jira Automation sends in <c>X-Automation-Secret</c>, at least 16 characters. Setting <c>Webhooks:JiraAutomation:Secret</c>.</summary>
    public SecretPair JiraAutomation { get; set; } = new();

    /// <summary>How far ServiceNow's signed time may be from ours, either way; 1 minute to 1 hour, default 5 minutes. Setting <c>Webhooks:ServiceNowWindow</c>.</summary>
    public TimeSpan ServiceNowWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How old a Jira event may be: its retries come hours late. At least 2 hours, default 24 hours. Setting <c>Webhooks:JiraMaxAge</c>.</summary>
    public TimeSpan JiraMaxAge { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Settings without which an endpoint answers 503.</summary>
    public IEnumerable<string> Missing()
    {
        if (!ServiceNow.IsSet)
            yield return "Webhooks:ServiceNow:Secret";
        if (!Jira.IsSet && !JiraAutomation.IsSet)
            yield return "Webhooks:Jira:Secret (or Webhooks:JiraAutomation:Secret)";
    }
}
