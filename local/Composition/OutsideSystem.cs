namespace HelpDesk.Local.Composition;

/// <summary>The systems outside of us.</summary>
internal enum OutsideSystem
{
    /// <summary>Entra ID and Intune over Microsoft Graph, and with it who signs in.</summary>
    Graph,

    /// <summary>ServiceNow.</summary>
    ServiceNow,

    /// <summary>Jira Service Management.</summary>
    Jira,

    /// <summary>Teams.</summary>
    Teams,

    /// <summary>Azure OpenAI. Without it the embedded classifier does all triage.</summary>
    AzureOpenAI,
}
