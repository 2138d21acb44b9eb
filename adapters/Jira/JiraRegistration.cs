using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Jira;

/// <summary>Registers Jira Service Management as a ticket system.</summary>
public static class JiraRegistration
{
    // An id that no ticket has: the answer is "not found", which takes the credentials and nothing more.
    private const string NoTicket = "999999999999999";

    private static readonly TicketSystemDescriptor Descriptor = new(
        JiraApi.System, "Jira Service Management", static ticket => JiraId.IsIssueId(ticket.ExternalId) && (JiraId.IsKey(ticket.Number) || ticket.Number == ticket.ExternalId))
    {
        ConnectionSettings = ["Jira:SiteUrl", "Jira:Email", "Jira:ApiToken", "Jira:BearerToken"],
        SettingExamples = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Jira:SiteUrl"] = "https://NAME.atlassian.net",
            ["Jira:ApiToken"] = "@Microsoft.KeyVault(VaultName=NAME;SecretName=jira-api-token)",
            ["Webhooks:Jira:Secret"] = "@Microsoft.KeyVault(VaultName=NAME;SecretName=jira-webhook-secret)",
            ["Webhooks:JiraAutomation:Secret"] = "@Microsoft.KeyVault(VaultName=NAME;SecretName=jira-automation-secret)",
        },
    };

    private static readonly ProbeAdvice Advice = new(
        "Jira denies access: check Jira:Email and Jira:ApiToken (in Azure the vault secret jira-api-token: tokens expire after at most a year; restart the app after entering a new one), and that the account is an agent of the projects.",
        "Jira does not answer: check Jira:SiteUrl and the firewall. Tickets wait.",
        "Jira throttles the app or has an error of its own: tickets wait and go on by themselves.");

    /// <summary>
    /// Adds Jira's webhook, which answers 503 while no secret is set; and its <see cref="ITicketSystem"/> when the settings have a
    /// section <c>Jira</c>. The settings are checked at start.
    /// </summary>
    public static IServiceCollection AddJira(this IServiceCollection services, IConfiguration configuration)
    {
        AddWebhook(services, configuration);
        var section = configuration.GetSection(JiraOptions.Section);
        if (!section.Exists())
            return services;
        services.AddVendor<JiraOptions, JiraOptionsValidator>(section, JiraApi.ClientName, static options => options.Timeout, static options => options.SiteUrl)
            .Configure(options => options.WebhookProjects = JiraWebhookOptions.ProjectsOf(configuration));
        services.TryAddSingleton<TicketReadBack>();
        services.TryAddSingleton<JiraApi>();
        services.TryAddSingleton<JiraAccount>();
        services.TryAddSingleton<JiraPeople>();
        services.TryAddSingleton<JiraComments>();
        services.TryAddSingleton<JiraGroups>();
        services.TryAddSingleton<JiraTransitions>();
        services.TryAddSingleton<JiraSite>();
        services.TryAddSingleton<JiraIssueReader>();
        services.TryAddSingleton<JiraSearch>();
        services.TryAddSingleton<JiraRequests>();
        services.TryAddSingleton<JiraTicketSystem>();
        services.AddSingleton<ITicketSystem>(static provider => provider.GetRequiredService<JiraTicketSystem>());
        services.AddSingleton(static provider =>
        {
            var system = provider.GetRequiredService<JiraTicketSystem>();
            return new DependencyProbe(JiraApi.System, IsRequired: false, Advice, cancellation => system.ReadAsync(NoTicket, cancellation));
        });
        return services;
    }

    private static void AddWebhook(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(Descriptor).AddSingleton<ITicketWebhook, JiraWebhook>();
        services.AddOptions<JiraWebhookOptions>().Bind(configuration.GetSection(JiraWebhookOptions.Section)).Configure(options =>
        {
            options.OwnAccountId = configuration["Jira:IntegrationAccountId"];
            var own = JiraWebhookOptions.ProjectsOf(configuration);
            options.HasOwnProjects = own is not null;
            options.Projects = own ?? [.. configuration.GetSection("Jira:Projects").GetChildren().Select(static project => project.Value ?? "")];
        }).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<JiraWebhookOptions>, JiraWebhookOptionsValidator>());
    }
}
