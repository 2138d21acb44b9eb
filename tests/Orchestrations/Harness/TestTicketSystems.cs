using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>The two ticket systems that most tests name, with ids of the shapes of the real ones; adapters have tests of their own.</summary>
public static class TestTicketSystems
{
    public static TicketSystemCatalogue Catalogue { get; } = new(
    [
        new("servicenow", "ServiceNow", static ticket => ticket.ExternalId.Length == 32 && ticket.ExternalId.All(char.IsAsciiHexDigit) && ticket.Number.All(char.IsAsciiLetterOrDigit))
        {
            ConnectionSettings = ["ServiceNow:InstanceUrl"],
        },
        new("jira", "Jira Service Management", static ticket => ticket.ExternalId.All(char.IsAsciiDigit) && ticket.Number.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            ConnectionSettings = ["Jira:SiteUrl"],
        },
    ]);
}
