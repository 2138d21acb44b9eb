using HelpDesk.Orchestrations.Domain.Policy.Routing;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/routing.yaml</c>: which group gets which intent, and an informing text.</summary>
internal static class RoutingFile
{
    private static readonly string[] TicketSystems = ["servicenow", "jira"];

    public static RoutingTable Read(SectionReader reader, PolicyReferences known)
    {
        var standard = reader.Section("default", required: true) is { } section
            ? Route(section)
            : new Route(new Dictionary<string, string>(StringComparer.Ordinal), null);

        var byIntent = new Dictionary<string, Route>(StringComparer.Ordinal);
        foreach (var item in reader.Sections("intents", "intent"))
        {
            var names = item.Texts("intent");
            if (names.Count == 0)
                item.Fault(item.Line, "The route names no intent.", "Add 'intent: [...]'.");
            var route = Route(item);
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

    private static Route Route(SectionReader reader)
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var system in TicketSystems)
            groups[system] = reader.Text(system);

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
        return new Route(groups, tell);
    }
}
