using HelpDesk.Simulator;
using HelpDesk.Simulator.Chats;
using HelpDesk.Simulator.Knowledge;
using HelpDesk.Simulator.RemoteTools;
using HelpDesk.Simulator.Teams;
using HelpDesk.Simulator.TeamsBot;
using HelpDesk.Simulator.Tenant;
using HelpDesk.Simulator.Tickets;
using HelpDesk.Simulator.Tickets.ServiceNow;
using HelpDesk.Simulator.VerifiedId;

namespace HelpDesk.Local.Composition;

/// <summary>Which systems have a stand-in, and the settings by which the product reaches it.</summary>
internal static class SimulatedSettings
{
    // The README's sample is from October: its age must not matter where nothing is real.
    private static readonly TimeSpan AnyAge = TimeSpan.FromDays(3650);

    private static readonly Dictionary<string, Func<SimulatorOptions, Dictionary<string, string?>>> BySystem = new(StringComparer.Ordinal)
    {
        ["graph"] = static options => new(StringComparer.Ordinal)
        {
            ["SignIn:Mode"] = "simulated",
            ["Graph:BaseUrl"] = options.Url + "/v1.0",
            ["Graph:IntakeMailbox"] = "helpdesk@contoso.example",
            // The simulated tenant has a Conditional Access policy for this context, and issues Verified IDs.
            ["SignIn:StepUp:ProofContext"] = "c1",
            ["VerifiedId:BaseUrl"] = options.Url + SimulatedVerifiedId.Root,
            ["VerifiedId:Authority"] = SimulatedVerifiedId.Authority,
            ["VerifiedId:LinkedDomain"] = SimulatedVerifiedId.LinkedDomain,
        },
        ["servicenow"] = static options => new(StringComparer.Ordinal)
        {
            ["ServiceNow:InstanceUrl"] = options.Url + "/servicenow",
            ["ServiceNow:ClientId"] = options.ClientId,
            ["ServiceNow:ClientSecret"] = options.ClientSecret,
            ["ServiceNow:IntegrationUserName"] = SimulatedIntegration.ServiceNowUser,
            ["Webhooks:ServiceNow:Secret"] = options.ServiceNowWebhookSecret,
            ["ServiceNow:Knowledge:Bases:0"] = ServiceNowKnowledgeTables.Base,
            ["ServiceNow:Knowledge:Bases:1"] = ServiceNowKnowledgeTables.StaffBase,
            ["ServiceNow:Knowledge:StaffBases:0"] = ServiceNowKnowledgeTables.StaffBase,
        },
        ["jira"] = static options => new(StringComparer.Ordinal)
        {
            ["Jira:SiteUrl"] = options.Url + "/jira",
            ["Jira:Email"] = SimulatedIntegration.Mail,
            ["Jira:ApiToken"] = options.ClientSecret,
            ["Jira:Projects:0"] = SimulatedIntegration.JiraProject,
            ["Jira:GroupField"] = SimulatedIntegration.JiraGroupField,
            ["Jira:ServiceDeskId"] = SimulatedIntegration.JiraServiceDesk,
            ["Jira:RequestTypeId"] = SimulatedIntegration.JiraRequestType,
            ["Jira:IntegrationAccountId"] = SimulatedIntegration.JiraAccountId,
            ["Webhooks:Jira:Secret"] = options.JiraWebhookSecret,
            ["Webhooks:JiraAutomation:Secret"] = options.JiraAutomationSecret,
            ["Webhooks:JiraMaxAge"] = AnyAge.ToString(),
        },
        ["teams"] = static options => new(StringComparer.Ordinal)
        {
            ["Teams:WorkflowUrl"] = options.Url + SimulatedTeams.TriggerWithSignature,
        },
        ["slack"] = static options => new(StringComparer.Ordinal)
        {
            ["Slack:ApiUrl"] = options.Url + SimulatedSlack.Root,
            ["Slack:BotToken"] = SimulatedSlack.BotToken,
            ["Slack:SigningSecret"] = SimulatedSlack.SigningSecret,
            ["Slack:TeamId"] = SimulatedSlack.TeamId,
        },
        ["mattermost"] = static options => new(StringComparer.Ordinal)
        {
            ["Mattermost:Url"] = options.Url + SimulatedMattermost.Root,
            ["Mattermost:BotToken"] = SimulatedMattermost.BotToken,
            ["Mattermost:CommandToken"] = SimulatedMattermost.CommandToken,
        },
        ["confluence"] = static options => new(StringComparer.Ordinal)
        {
            ["Confluence:SiteUrl"] = options.Url + SimulatedConfluence.Root,
            ["Confluence:Email"] = SimulatedIntegration.Mail,
            ["Confluence:ApiToken"] = options.ClientSecret,
            ["Confluence:Spaces:0"] = SimulatedConfluence.Space,
            ["Confluence:Spaces:1"] = SimulatedConfluence.StaffSpace,
            ["Confluence:StaffSpaces:0"] = SimulatedConfluence.StaffSpace,
        },
        ["mediawiki"] = static options => new(StringComparer.Ordinal)
        {
            ["MediaWiki:ApiUrl"] = options.Url + SimulatedMediaWiki.Api,
            ["MediaWiki:PageUrl"] = options.Url + SimulatedMediaWiki.Pages,
            ["MediaWiki:UserName"] = SimulatedMediaWiki.UserName,
            ["MediaWiki:Password"] = options.ClientSecret,
            ["MediaWiki:Namespaces:0"] = "0",
            ["MediaWiki:Namespaces:1"] = $"{SimulatedMediaWiki.StaffNamespace}",
            ["MediaWiki:StaffNamespaces:0"] = $"{SimulatedMediaWiki.StaffNamespace}",
        },
        ["teamviewer"] = static options => new(StringComparer.Ordinal)
        {
            ["TeamViewer:ApiUrl"] = options.Url + SimulatedRemoteTools.TeamViewer,
            ["TeamViewer:Token"] = options.ClientSecret,
        },
        ["screenconnect"] = static options => new(StringComparer.Ordinal)
        {
            ["ScreenConnect:SiteUrl"] = options.Url + SimulatedRemoteTools.ScreenConnect,
            ["ScreenConnect:Secret"] = options.ClientSecret,
        },
        ["rescue"] = static options => new(StringComparer.Ordinal)
        {
            ["Rescue:ApiUrl"] = options.Url + SimulatedRemoteTools.Rescue,
            ["Rescue:AuthCode"] = options.ClientSecret,
            ["Rescue:CustomerUrl"] = options.Url + SimulatedRemoteTools.Join,
        },
        ["teams-bot"] = static options => new(StringComparer.Ordinal)
        {
            ["TeamsBot:AppId"] = options.ClientId,
            ["TeamsBot:AppPassword"] = options.ClientSecret,
            ["TeamsBot:TenantId"] = SimulatedTenant.Id,
            ["TeamsBot:LoginUrl"] = options.Url + SimulatedTeamsBot.Login,
            ["TeamsBot:KeysUrl"] = options.Url + SimulatedTeamsBot.Keys,
            ["TeamsBot:ServiceUrl"] = options.Url + SimulatedTeamsBot.Service,
            ["TeamsBot:ServiceHosts:0"] = new Uri(options.Url).Host,
        },
        ["azureopenai"] = static options => new(StringComparer.Ordinal)
        {
            ["AzureOpenAI:Endpoint"] = options.Url + "/openai",
            ["AzureOpenAI:Deployment"] = "simulated",
            ["AzureOpenAI:ApiKey"] = options.ClientSecret,
        },
    };

    /// <summary>True when the simulator can play a system.</summary>
    public static bool Knows(OutsideSystem system) => BySystem.ContainsKey(system.Id);

    /// <summary>The settings for a system that is simulated.</summary>
    public static IReadOnlyDictionary<string, string?> Of(OutsideSystem system, SimulatorOptions options) => BySystem[system.Id](options);
}
