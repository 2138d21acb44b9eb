using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Tickets;

/// <summary>The people of the simulated organisation, found in the ways ticket systems name them.</summary>
internal sealed class TicketPeople(SimulatedTenant tenant)
{
    /// <summary>All of them.</summary>
    public IReadOnlyCollection<SimulatedPerson> All => tenant.People;

    /// <summary>By object id, mail address, user principal name or Jira account id; null when there is none.</summary>
    public SimulatedPerson? Find(string? name)
    {
        return name is null
            ? null
            : All.FirstOrDefault(person => Is(person.Id) || Is(person.Mail) || Is(person.UserPrincipalName) || Is(person.JiraAccountId) || Is(person.ServiceNowId));

        bool Is(string? known) => string.Equals(known, name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>User name in ServiceNow.</summary>
    public static string UserName(SimulatedPerson person) => person.UserPrincipalName.Split('@')[0];
}
