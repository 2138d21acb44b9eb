namespace HelpDesk.Simulator.Pages;

/// <summary>The simulated systems as people call them.</summary>
internal static class SystemNames
{
    /// <summary>Name of a system as shown.</summary>
    public static string Of(string system) => system switch
    {
        "graph" => "Microsoft Graph",
        "servicenow" => "ServiceNow",
        "jira" => "Jira Service Management",
        "teams" => "Teams",
        "slack" => "Slack",
        "mattermost" => "Mattermost",
        "teams-bot" => "Teams bot",
        "confluence" => "Confluence",
        "mediawiki" => "MediaWiki",
        "teamviewer" => "TeamViewer",
        "screenconnect" => "ScreenConnect",
        "rescue" => "LogMeIn Rescue",
        "openai" => "Azure OpenAI",
        _ => system,
    };
}
