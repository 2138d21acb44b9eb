using System.Globalization;
using System.Text;

namespace HelpDesk.Orchestrations.Domain.Remediations.Documents;

/// <summary>Writes <c>docs/remediations.md</c> from the catalogue.</summary>
public static class RemediationDocument
{
    /// <summary>The whole document, in Markdown.</summary>
    /// <param name="catalogue">All remediations, also those that are off by default; by id.</param>
    public static string Write(IEnumerable<RemediationDescriptor> catalogue)
    {
        var all = catalogue.ToList();
        var text = new StringBuilder()
            .Append("# Remediations\n\n")
            .Append("Everything that HelpDesk can change, written from the descriptors in `adapters/`; to renew it run the tests with\n`HELPDESK_WRITE_DOCS=1`. `/remediations` of a running system shows the same.\n\n")
            .Append("| id | what it does | impact | approval | undo |\n|---|---|---|---|---|\n");
        foreach (var about in all)
        {
            text.Append(CultureInfo.InvariantCulture, $"| [`{about.Id}`](#{Anchor(about.Id)}) | {about.Title}{(about.IsBeta ? " (beta endpoint, off by default)" : "")} | {about.Impact} | {(about.IsNeverAutomatic ? "always" : "where policy asks")} | ")
                .Append(about.Reversibility switch { Reversibility.Undoable => "yes", Reversibility.SelfHealing => "not needed", _ => "no" })
                .Append(" |\n");
        }

        foreach (var about in all)
            Append(text, about);
        return text.ToString();
    }

    private static void Append(StringBuilder text, RemediationDescriptor about)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {about.Id}\n\n**{about.Title}.** {about.Effect}\n\n");
        foreach (var (title, lines) in RemediationText.SectionsOf(about))
        {
            if (lines.Count == 1)
            {
                text.Append(CultureInfo.InvariantCulture, $"- **{title}:** {lines[0]}\n");
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"- **{title}:**\n");
            foreach (var line in lines)
                text.Append(CultureInfo.InvariantCulture, $"  - {line}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"- **The person reads:** {about.Requester.English}\n");
        text.Append("\n| fact | value |\n|---|---|\n");
        foreach (var (name, value) in RemediationText.FactsOf(about))
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {value.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
    }

    private static string Anchor(string id) => id.Replace(".", "", StringComparison.Ordinal);
}
