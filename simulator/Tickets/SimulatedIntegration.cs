namespace HelpDesk.Simulator.Tickets;

/// <summary>The account the product uses in the simulated ticket systems.</summary>
public static class SimulatedIntegration
{
    /// <summary>Its <c>user_name</c> in ServiceNow.</summary>
    public const string ServiceNowUser = "helpdesk.automation";

    /// <summary>Its <c>sys_id</c> in ServiceNow.</summary>
    public const string ServiceNowSysId = "5150a070a0700000000000000000a070";

    /// <summary>Its account id in Jira.</summary>
    public const string JiraAccountId = "712020:5150a070-0000-4000-8000-00000000a070";

    /// <summary>Its mail address in Jira, which Basic authentication takes.</summary>
    public const string Mail = "helpdesk.automation@example.com";

    /// <summary>Its name as shown.</summary>
    public const string DisplayName = "Help desk automation";

    /// <summary>Key of the simulated Jira project.</summary>
    public const string JiraProject = "ITSD";

    /// <summary>Id of its service project.</summary>
    public const string JiraServiceDesk = "1";

    /// <summary>Id of the request type "Get IT help".</summary>
    public const string JiraRequestType = "25";

    /// <summary>Single-choice field of simulated Jira that holds the group.</summary>
    public const string JiraGroupField = "customfield_10050";
}
