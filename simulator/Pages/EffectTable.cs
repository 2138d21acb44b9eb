using HelpDesk.Simulator.Effects;
using HelpDesk.Simulator.Pages.Markup;

namespace HelpDesk.Simulator.Pages;

/// <summary>Effects as a table.</summary>
internal static class EffectTable
{
    /// <summary>The table, in the order given.</summary>
    /// <param name="effects">The effects.</param>
    /// <param name="caption">What the table is, for who cannot see it.</param>
    /// <param name="directory">Names people and devices with it; null = ids only.</param>
    public static Html Of(IEnumerable<Effect> effects, string caption, DirectoryView? directory = null) => Blocks.Table(
        caption,
        ["When", "*System", "What was done", directory is null ? "*Target" : "Target"],
        effects.Select(effect => (IReadOnlyList<Html>)
        [
            Blocks.When(effect.At), Html.Of($"{SystemNames.Of(effect.System)}"), Html.Of($"<code>{Short(effect.Operation)}</code>"), Target(effect, directory),
        ]));

    private static Html Target(Effect effect, DirectoryView? directory)
    {
        if (effect.System is "servicenow" or "jira")
            return Html.Of($"<a href=\"/tickets/{effect.System}/{Uri.EscapeDataString(effect.TargetId)}\"><code>{effect.TargetId}</code></a>");
        if (directory is null)
            return Html.Of($"<code>{effect.TargetId}</code>");
        foreach (var id in effect.Concerns.Prepend(effect.TargetId))
        {
            if (directory.Device(id) is { } device)
                return Blocks.Device(id, (string?)device["deviceName"]);
            if (directory.User(id) is { } user)
                return Blocks.Person((string)user["id"]!, (string?)user["displayName"]);
        }

        return Html.Of($"<code>{effect.TargetId}</code>");
    }

    // The placeholders say nothing that the target does not.
    private static string Short(string operation) => operation.Replace("/deviceManagement", "", StringComparison.Ordinal);
}
