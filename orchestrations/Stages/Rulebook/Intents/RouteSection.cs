using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Intents;

/// <summary>Reads where tickets go and what their requester reads: of an intent, or of policy/routing.yaml.</summary>
internal static class RouteSection
{
    private static readonly string[] OtherKeys = ["intent", "group", "tell"];

    /// <summary>The route.</summary>
    /// <param name="reader">Its mapping.</param>
    /// <param name="ticketSystems">Ids of all ticket systems; empty where no adapter is registered, and there is nothing to compare the names with.</param>
    public static Route Read(SectionReader reader, IReadOnlyList<string> ticketSystems)
    {
        // A ticket system that is added to the product needs no line here: the route's own 'group' is good for all of them.
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        var general = reader.OptionalText("group");
        var systems = ticketSystems.Count > 0 ? ticketSystems : [.. reader.Keys.Select(key => key.Value).Except(OtherKeys, StringComparer.Ordinal)];
        foreach (var system in systems)
        {
            if (reader.OptionalText(system) is { } group)
                groups[system] = group;
        }

        if (general is null && (groups.Count == 0 || systems.Any(system => !groups.ContainsKey(system))))
            reader.Fault(reader.Line, $"The route has no group for {string.Join(", ", systems.Where(system => !groups.ContainsKey(system)).DefaultIfEmpty("any ticket system"))}.", "Add 'group: NAME', or one per ticket system.");

        var tell = reader.Node("tell") is not null ? TextSection.Read(reader, "tell") : null;
        reader.End();
        return new Route(groups, tell) { Group = general };
    }
}
