using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Intents;

/// <summary>Reads where tickets go and what their requester is told: of an intent, or of policy/routing.yaml.</summary>
internal static class RouteSection
{
    private static readonly string[] TicketSystems = ["servicenow", "jira"];

    public static Route Read(SectionReader reader)
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var system in TicketSystems)
            groups[system] = reader.Text(system);
        var tell = reader.Node("tell") is not null ? TextSection.Read(reader, "tell") : null;
        reader.End();
        return new Route(groups, tell);
    }
}
