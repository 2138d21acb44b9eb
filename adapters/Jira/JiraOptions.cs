namespace HelpDesk.Adapters.Jira;

/// <summary>Settings of Jira Service Management Cloud, section <c>Jira</c>. No section = no Jira.</summary>
public sealed class JiraOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Jira";

    /// <summary>
    /// Where the API is: <c>https://example.atlassian.net</c> with e-mail and token, or
    /// <c>https://api.atlassian.com/ex/jira/{cloudId}</c> with a bearer token. Required.
    /// </summary>
    public string SiteUrl { get; set; } = "";

    /// <summary>Where people open an issue, when that is not <see cref="SiteUrl"/> (bearer token). Default <see cref="SiteUrl"/>.</summary>
    public string? BrowseUrl { get; set; }

    /// <summary>Mail address of the integration account, for Basic authentication.</summary>
    public string? Email { get; set; }

    /// <summary>API token of the integration account. Either this with <see cref="Email"/>, or <see cref="BearerToken"/>.</summary>
    public string? ApiToken { get; set; }

    /// <summary>OAuth 2.0 access token; read again at each request, so that it can be rotated. Replaces e-mail and token.</summary>
    public string? BearerToken { get; set; }

    /// <summary>Keys of the projects that are listed, such as <c>ITSD</c>. At least one.</summary>
    public IList<string> Projects { get; } = [];

    /// <summary>Narrows <see cref="Projects"/> to those whose webhooks are worked on; null = all of them. Setting <c>Webhooks:Jira:Projects</c>.</summary>
    internal IReadOnlyList<string>? WebhookProjects { get; set; }

    /// <summary>
    /// Account id of the integration account, by which our own issues and comments are told from those of people. Default: asked
    /// once (<c>GET /rest/api/3/myself</c>).
    /// </summary>
    public string? IntegrationAccountId { get; set; }

    /// <summary>How an issue is given to a group: Jira has no assignment group of its own. Default <see cref="JiraAssignment.SelectField"/>.</summary>
    public JiraAssignment Assignment { get; set; } = JiraAssignment.SelectField;

    /// <summary>Field that holds the group, <c>customfield_10050</c>. Required unless <see cref="Assignment"/> is <see cref="JiraAssignment.Assignee"/>.</summary>
    public string? GroupField { get; set; }

    /// <summary>
    /// Group name to id: team ids for <see cref="JiraAssignment.TeamField"/>, account ids for <see cref="JiraAssignment.Assignee"/>.
    /// Not used otherwise.
    /// </summary>
    public IDictionary<string, string> GroupIds { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Id of the service project in which requests are opened for people who write in a chat or by mail: <c>GET /rest/servicedeskapi/servicedesk</c>. Default none: nothing is opened.</summary>
    public string? ServiceDeskId { get; set; }

    /// <summary>Id of the request type they are opened as, which shows Summary and Description and asks for no other field: <c>GET /rest/servicedeskapi/servicedesk/{id}/requesttype</c>. Default none.</summary>
    public string? RequestTypeId { get; set; }

    /// <summary>
    /// Id or name of the transition that resolves. Default: one whose target status has the category "done" and means solved by
    /// <see cref="SolvedStatuses"/>; one that cancels, rejects or declines is never taken by itself.
    /// </summary>
    public string? ResolveTransition { get; set; }

    /// <summary>Names of statuses of the category "done" that mean solved, the best first. Default: by the words of the name, in ten languages.</summary>
    public IList<string> SolvedStatuses { get; } = [];

    /// <summary>Resolution set with it, where the transition's screen has that field; one that means the same where the screen does not offer it. Default <c>Done</c>.</summary>
    public string Resolution { get; set; } = "Done";

    /// <summary>Names of statuses in which an issue waits for somebody outside. Default "Waiting for customer" and "Pending".</summary>
    public IList<string> OnHoldStatuses { get; } = [];

    /// <summary>Names of statuses of the category "done" that are closed, not resolved. Default "Closed", and names whose words mean cancelled, rejected or declined.</summary>
    public IList<string> ClosedStatuses { get; } = [];

    /// <summary>Time-out of one request. Default 30 s, chosen as for ServiceNow. 1 s to 5 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
