using HelpDesk.Simulator.Tenant;
using HelpDesk.Simulator.Tickets.Jira;
using HelpDesk.Simulator.Tickets.ServiceNow;

namespace HelpDesk.Simulator.Tickets;

/// <summary>
/// One ticket in each system that was filed before anybody listened: what a webhook posted by hand can tell of. The Jira request
/// is that of the documented sample of <c>jira:issue_created</c>.
/// </summary>
internal sealed class SampleTickets(JiraIssues issues, ServiceNowTables tables)
{
    /// <summary><c>sys_id</c> of the incident.</summary>
    public const string IncidentId = "9d385017c611228701d22104cc95c371";

    /// <summary>Id of the request.</summary>
    public const string RequestId = "10423";

    private const string Title = "Locked out of my account";
    private const string Text = "I get 'account locked' since 09:10.\nLaptop LON-LT-0421.";

    private static readonly DateTimeOffset FiledAt = new(2026, 10, 12, 8, 14, 2, TimeSpan.Zero);

    /// <summary>Files both, unless they were filed at an earlier start.</summary>
    public void File()
    {
        var amy = KnownPeople.AmyPoe;
        if (issues.Find(RequestId) is null)
            issues.Keep(new JiraIssue(RequestId, $"{SimulatedIntegration.JiraProject}-217", Title, Text, JiraStatus.Waiting.Id, amy.JiraAccountId, amy.JiraAccountId, FiledAt, FiledAt, Channel: "portal"));
        if (tables.Row(ServiceNowTables.Incident, IncidentId) is null)
        {
            tables.Put(ServiceNowTables.Incident, ServiceNowTables.Row(
                IncidentId, ("number", "INC0010023"), (ServiceNowTables.Sequence, "INC0010023"), ("short_description", Title), ("description", Text), ("state", "1"),
                ("incident_state", "1"), ("priority", "3"), ("urgency", "2"), ("impact", "2"), ("category", "inquiry"), ("caller_id", amy.ServiceNowId),
                ("assignment_group", SupportGroups.SysId("Service Desk")), ("active", "true"), ("sys_class_name", "incident"), ("opened_at", "2026-10-12 08:14:02"),
                ("sys_created_on", "2026-10-12 08:14:02"), ("sys_updated_on", "2026-10-12 08:14:02"), ("sys_created_by", TicketPeople.UserName(amy)),
                ("sys_updated_by", TicketPeople.UserName(amy)), ("opened_by", amy.ServiceNowId), ("contact_type", "self-service"), ("sys_mod_count", "0")));
        }
    }
}
