using System.Globalization;
using System.Text;

namespace HelpDesk.Orchestrations.Domain.Intents;

/// <summary>Writes docs/intents.md out of the catalogue, so that the page cannot say something else.</summary>
public static class IntentPage
{
    /// <summary>The whole page as Markdown, lines ended by a line feed.</summary>
    public static string Write(IntentCatalogue catalogue)
    {
        var page = new StringBuilder("# Intents\n\n");
        page.Append("What a ticket can be about: the closed list. Written from the folders in `intents/`; to write it again run the tests with\n");
        page.Append("`HELPDESK_WRITE_DOCS=1`. A runbook may remediate where the second column says so; everything else is answered or routed to people.\n");
        page.Append("How to add one: [intent-format.md](intent-format.md).\n\n");
        page.Append("| intent | remediable | group | what it is |\n|---|---|---|---|\n");
        foreach (var intent in catalogue.All)
            page.Append(CultureInfo.InvariantCulture, $"| `{intent.Id}` | {(intent.IsRemediable ? "yes" : "no")} | {Cell(GroupOf(intent))} | **{Cell(intent.Title.English)}.** {Cell(intent.Description)} |\n");

        page.Append("\n## Examples\n");
        foreach (var intent in catalogue.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n`{intent.Id}`\n");
            foreach (var example in intent.Examples)
                page.Append(CultureInfo.InvariantCulture, $"- {example}\n");
        }

        return page.ToString();
    }

    private static string GroupOf(Intent intent) =>
        intent.Route is { } route ? route.Group ?? string.Join(", ", route.Groups.Values.Distinct(StringComparer.Ordinal)) : "default";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
