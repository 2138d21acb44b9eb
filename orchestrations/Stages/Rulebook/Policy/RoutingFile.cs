using HelpDesk.Orchestrations.Domain.Policy.Routing;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/routing.yaml</c>: which group gets which intent, and an informing text.</summary>
internal static class RoutingFile
{
    private static readonly string[] OtherKeys = ["intent", "group", "tell"];

    public static RoutingTable Read(SectionReader reader, PolicyReferences known)
    {
        var standard = reader.Section("default", required: true) is { } section
            ? Route(section, known)
            : new Route(new Dictionary<string, string>(StringComparer.Ordinal), null);

        var byIntent = new Dictionary<string, Route>(StringComparer.Ordinal);
        foreach (var item in reader.Sections("intents", "intent"))
        {
            var names = item.Texts("intent");
            if (names.Count == 0)
                item.Fault(item.Line, "The route names no intent.", "Add 'intent: [...]'.");
            var route = Route(item, known);
            foreach (var name in names)
            {
                if (item.Known(name.Line, "intent", name.Value, known.IntentIds) && !byIntent.TryAdd(name.Value, route))
                    item.Fault(name.Line, $"The intent '{name.Value}' is routed twice.", "Keep one of them.");
            }
        }

        foreach (var missing in known.Intents.Where(intent => !intent.IsRemediable && !byIntent.ContainsKey(intent.Id)))
            reader.Fault(reader.LineOf("intents"), $"The intent '{missing.Id}' has no route.", $"Add '- intent: {missing.Id}' with its groups.");
        reader.End();
        return new RoutingTable(standard, byIntent);
    }

    // A ticket system that is added to the product needs no line here: the route's own 'group' is good for all of them.
    private static Route Route(SectionReader reader, PolicyReferences known)
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        var general = reader.OptionalText("group");
        // Where no adapter is registered there is nothing to compare the names with.
        var systems = known.TicketSystems.Count > 0 ? known.TicketSystems : [.. reader.Keys.Select(key => key.Value).Except(OtherKeys, StringComparer.Ordinal)];
        foreach (var system in systems)
        {
            if (reader.OptionalText(system) is { } group)
                groups[system] = group;
        }

        if (general is null && (groups.Count == 0 || systems.Any(system => !groups.ContainsKey(system))))
            reader.Fault(reader.Line, $"The route has no group for {string.Join(", ", systems.Where(system => !groups.ContainsKey(system)).DefaultIfEmpty("any ticket system"))}.", "Add 'group: NAME', or one per ticket system.");

        LocalizedText? tell = null;
        if (reader.Section("tell") is { } section)
        {
            var texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = section.Text("en") };
            foreach (var language in LocalizedText.Languages.Skip(1))
            {
                if (section.OptionalText(language) is { } text)
                    texts[language] = text;
            }

            section.End();
            tell = new LocalizedText(texts);
        }

        reader.End();
        return new Route(groups, tell) { Group = general };
    }
}
