using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Domain.Policy.Routing;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Rulebook.Intents;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/routing.yaml</c>: the group for what has no route, and routes that win over those of the intents.</summary>
internal static class RoutingFile
{
    public static RoutingTable Read(SectionReader reader, PolicyReferences known)
    {
        var standard = reader.Section("default", required: true) is { } section
            ? RouteSection.Read(section, known.TicketSystems)
            : new Route(new Dictionary<string, string>(StringComparer.Ordinal), null);

        var byIntent = new Dictionary<string, Route>(StringComparer.Ordinal);
        foreach (var item in reader.Sections("intents", "intent"))
        {
            var names = item.Texts("intent");
            if (names.Count == 0)
                item.Fault(item.Line, "The route names no intent.", "Add 'intent: [...]'.");
            var route = RouteSection.Read(item, known.TicketSystems);
            foreach (var name in names)
            {
                if (item.Known(name.Line, "intent", name.Value, known.IntentIds) && !byIntent.TryAdd(name.Value, route))
                    item.Fault(name.Line, $"The intent '{name.Value}' is routed twice.", "Keep one of them.");
            }
        }

        foreach (var intent in known.Intents.All.Where(intent => intent.Route is not null))
            byIntent.TryAdd(intent.Id, intent.Route!);
        reader.End();
        return new RoutingTable(standard, byIntent);
    }
}
