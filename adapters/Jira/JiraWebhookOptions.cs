using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Jira;

/// <summary>How Jira's webhooks are checked and read. Section <c>Webhooks</c>; validated at start.</summary>
public sealed class JiraWebhookOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Webhooks";

    /// <summary>Secret of the webhook's signature, at least 16 characters. Setting <c>Webhooks:Jira:Secret</c>.</summary>
    public SecretPair Jira { get; set; } = new();

    /// <summary>Secret that Automation sends in <c>X-Automation-Secret</c>, at least 16 characters. Setting <c>Webhooks:JiraAutomation:Secret</c>.</summary>
    public SecretPair JiraAutomation { get; set; } = new();

    /// <summary>How old an event may be: Jira's retries come hours late. At least 2 hours, default 24 hours. Setting <c>Webhooks:JiraMaxAge</c>.</summary>
    public TimeSpan JiraMaxAge { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Project keys that are worked on; empty = all. Setting <c>Webhooks:Jira:Projects</c>, comma separated; without it those of <c>Jira:Projects</c>.</summary>
    internal IReadOnlyList<string> Projects { get; set; } = [];

    /// <summary>True when <see cref="Projects"/> come from the setting of the webhooks; those of <c>Jira:Projects</c> are checked with the others of that section.</summary>
    internal bool HasOwnProjects { get; set; }

    /// <summary>Our account id: what it writes never starts a ticket. Setting <c>Jira:IntegrationAccountId</c>.</summary>
    internal string? OwnAccountId { get; set; }

    /// <summary>Those of the setting; null when it is not given.</summary>
    internal static IReadOnlyList<string>? ProjectsOf(IConfiguration settings) =>
        settings["Webhooks:Jira:Projects"]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>True for our own account.</summary>
    internal bool IsOwn(string? accountId) => accountId is not null && string.Equals(accountId, OwnAccountId, StringComparison.Ordinal);

    /// <summary>True when the project of that issue key is worked on. A bare issue id carries no project and is judged when it is read.</summary>
    internal bool IsWantedProject(string issueKey) =>
        Projects.Count == 0 || issueKey.LastIndexOf('-') is var dash && (dash < 0 || Projects.Contains(issueKey[..dash], StringComparer.Ordinal));
}

/// <summary>Refuses secrets that protect nothing. A missing secret is allowed: the webhook answers 503 until one is set.</summary>
internal sealed class JiraWebhookOptionsValidator : IValidateOptions<JiraWebhookOptions>
{
    private const int LeastLength = 16;

    public ValidateOptionsResult Validate(string? name, JiraWebhookOptions options)
    {
        var faults = new List<string>();
        CheckText("Webhooks:Jira:Secret", options.Jira.Secret);
        CheckText("Webhooks:Jira:PreviousSecret", options.Jira.PreviousSecret);
        CheckText("Webhooks:JiraAutomation:Secret", options.JiraAutomation.Secret);
        CheckText("Webhooks:JiraAutomation:PreviousSecret", options.JiraAutomation.PreviousSecret);
        if (options.JiraMaxAge < TimeSpan.FromHours(2))
            faults.Add("Webhooks:JiraMaxAge must be at least 02:00:00, because Jira repeats for hours.");
        foreach (var project in options.Projects.Where(project => options.HasOwnProjects && !JiraId.IsKey($"{project}-1")))
            faults.Add($"Webhooks:Jira:Projects holds '{project}', which is not a project key such as ITSD.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void CheckText(string setting, string secret)
        {
            if (secret.Length is > 0 and < LeastLength)
                faults.Add($"{setting} must have at least {LeastLength} characters.");
        }
    }
}
