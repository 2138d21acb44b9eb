using HelpDesk.Simulator.Effects;
using HelpDesk.Simulator.Pages.Markup;

namespace HelpDesk.Simulator.Pages;

/// <summary>Effects as a table.</summary>
internal static class EffectTable
{
    /// <summary>The table, in the order given.</summary>
    public static Html Of(IEnumerable<Effect> effects, string caption) => Blocks.Table(
        caption,
        ["When", "*System", "What was done", "*Target"],
        effects.Select(static effect => (IReadOnlyList<Html>)
        [
            Blocks.When(effect.At), Html.Of($"{effect.System}"), Html.Of($"<code>{Short(effect.Operation)}</code>"), Html.Of($"<code>{effect.TargetId}</code>"),
        ]));

    // The placeholders say nothing that the target does not.
    private static string Short(string operation) => operation.Replace("/deviceManagement", "", StringComparison.Ordinal);
}
