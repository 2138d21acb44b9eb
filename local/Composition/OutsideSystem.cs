using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Local.Composition;

/// <summary>A system outside of this host.</summary>
/// <param name="Id">Its name in settings.</param>
/// <param name="DisplayName">What people call it.</param>
/// <param name="IsTicketSystem">True when tickets come from it.</param>
internal sealed record OutsideSystem(string Id, string DisplayName, bool IsTicketSystem = false)
{
    /// <summary>Entra ID and Intune over Microsoft Graph, and with it who signs in.</summary>
    public static readonly OutsideSystem Graph = new("graph", "Microsoft Graph (Entra ID, Intune)") { Settings = ["Graph:TenantId", "Graph:ClientId", "Graph:ClientSecret"] };

    /// <summary>Teams.</summary>
    public static readonly OutsideSystem Teams = new("teams", "Teams") { Settings = ["Teams:WorkflowUrl"] };

    /// <summary>Slack, as a channel on which people write.</summary>
    public static readonly OutsideSystem Slack = new("slack", "Slack") { Settings = ["Slack:BotToken"] };

    /// <summary>Mattermost, as a channel on which people write.</summary>
    public static readonly OutsideSystem Mattermost = new("mattermost", "Mattermost") { Settings = ["Mattermost:Url"] };

    /// <summary>The Teams bot, with whom people talk.</summary>
    public static readonly OutsideSystem TeamsBot = new("teams-bot", "Teams bot") { Settings = ["TeamsBot:AppId", "TeamsBot:AppPassword"] };

    /// <summary>Confluence, whose pages are read as articles.</summary>
    public static readonly OutsideSystem Confluence = new("confluence", "Confluence") { Settings = ["Confluence:SiteUrl"] };

    /// <summary>MediaWiki, whose pages are read as articles.</summary>
    public static readonly OutsideSystem MediaWiki = new("mediawiki", "MediaWiki") { Settings = ["MediaWiki:ApiUrl"] };

    /// <summary>TeamViewer, as a tool of remote support.</summary>
    public static readonly OutsideSystem TeamViewer = new("teamviewer", "TeamViewer") { Settings = ["TeamViewer:Token"] };

    /// <summary>ScreenConnect, as a tool of remote support.</summary>
    public static readonly OutsideSystem ScreenConnect = new("screenconnect", "ScreenConnect") { Settings = ["ScreenConnect:SiteUrl"] };

    /// <summary>LogMeIn Rescue, as a tool of remote support.</summary>
    public static readonly OutsideSystem Rescue = new("rescue", "LogMeIn Rescue") { Settings = ["Rescue:AuthCode"] };

    /// <summary>Azure OpenAI. Without it the built-in classifier does all triage.</summary>
    public static readonly OutsideSystem AzureOpenAI = new("azureopenai", "Azure OpenAI") { Settings = ["AzureOpenAI:Endpoint", "AzureOpenAI:ApiKey"] };

    /// <summary>It is real as soon as one of these settings is given; the first is the one to set.</summary>
    public required IReadOnlyList<string> Settings { get; init; }

    /// <summary>A ticket system.</summary>
    public static OutsideSystem Of(TicketSystemDescriptor system) => new(system.Id, system.DisplayName, IsTicketSystem: true) { Settings = system.ConnectionSettings };

    /// <summary>Two are the same when their ids are.</summary>
    public bool Equals(OutsideSystem? other) => string.Equals(Id, other?.Id, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    /// <inheritdoc />
    public override string ToString() => Id;
}
