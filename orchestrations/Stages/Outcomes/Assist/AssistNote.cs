using System.Text;

namespace HelpDesk.Orchestrations.Stages.Outcomes.Assist;

/// <summary>Writes the beginning of the note that a technician gets: short enough to be read before the first call.</summary>
public static class AssistNote
{
    /// <summary>The most words it has. What does not fit is on the case page.</summary>
    public const int MostWords = 200;

    /// <summary>The text, in the technician's language. The draft of an answer is not in it.</summary>
    public static string Write(CaseAssist assist)
    {
        var (lines, similar, limits) = (assist.Checked.ToList(), assist.Similar.ToList(), assist.Limits.ToList());
        while (true)
        {
            var text = Write(assist, lines, similar, limits);
            if (Words(text) <= MostWords)
                return text;
            // The least needed first.
            if (similar.Count > 0)
                similar.RemoveAt(similar.Count - 1);
            else if (limits.Count > 1)
                limits.RemoveAt(limits.Count - 1);
            else if (lines.Count > 0)
                lines.RemoveAt(lines.Count - 1);
            else
                return text;
        }
    }

    private static string Write(CaseAssist assist, List<string> lines, List<SimilarCase> similar, List<string> limits)
    {
        var text = new StringBuilder(assist.Diagnosis).Append('\n');
        if (lines.Count > 0)
            text.Append(AssistTexts.Checked.In(assist.Language)).Append('\n');
        foreach (var line in lines)
            text.Append("- ").Append(line).Append('\n');
        text.Append(AssistTexts.Next.In(assist.Language)).Append('\n');
        for (var i = 0; i < assist.NextSteps.Count; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1}. {assist.NextSteps[i].Text} ({assist.NextSteps[i].Source})\n");
        if (similar.Count > 0)
            text.Append(AssistTexts.SimilarTickets.In(assist.Language)).Append(' ').AppendJoin("; ", similar.Select(static other => $"{other.Number} ({other.HowItEnded})")).Append('\n');
        foreach (var limit in limits)
            text.Append(AssistTexts.NotAutomatic.Filled(assist.Language, limit)).Append('\n');
        return text.ToString();
    }

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
