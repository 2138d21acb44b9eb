using System.Globalization;
using System.Text;

namespace HelpDesk.Orchestrations.Domain.Intents;

/// <summary>Writes docs/intents.md out of the catalogue, so that the page cannot say something else.</summary>
public static class IntentPage
{
    /// <summary>The whole page as Markdown, lines ended by a line feed.</summary>
    public static string Write()
    {
        var page = new StringBuilder("# Intents\n\n");
        page.Append("What a ticket can be about: the closed list. Written from `orchestrations/Triage/Intents/IntentCatalogue.cs`;\n");
        page.Append("to renew it run the tests with `HELPDESK_WRITE_DOCS=1`. A runbook may remediate where the second column says so;\n");
        page.Append("everything else is answered with words or routed to people.\n\n");
        page.Append("| intent | remediable | what it is |\n|---|---|---|\n");
        foreach (var intent in IntentCatalogue.All)
            page.Append(CultureInfo.InvariantCulture, $"| `{intent.Id}` | {(intent.IsRemediable ? "yes" : "no")} | **{Cell(intent.Title)}.** {Cell(intent.Description)} |\n");

        page.Append("\n## Examples\n");
        foreach (var intent in IntentCatalogue.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n`{intent.Id}`\n");
            foreach (var example in intent.Examples)
                page.Append(CultureInfo.InvariantCulture, $"- {example}\n");
        }

        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
