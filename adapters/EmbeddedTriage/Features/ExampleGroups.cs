namespace HelpDesk.Adapters.EmbeddedTriage.Features;

/// <summary>
/// Finds examples that say the same: translations, and near-repetitions in one language. They stay together when examples are parted
/// into what is learned from and what is measured with; otherwise a measurement would flatter.
/// </summary>
internal static class ExampleGroups
{
    private const int Letters = 4;
    private const double ConceptShare = 0.6;
    private const double Translation = 0.12;
    private const double SisterTranslation = 0.3;
    private const double Repetition = 0.5;

    /// <summary>For each example the number of its group.</summary>
    public static int[] Of(IReadOnlyList<TrainingExample> examples)
    {
        var words = examples.Select(static example => TicketWords.Of(example.Text)).ToArray();
        var concepts = new TermSets(words.Select(static row => TicketTerms.ConceptsOf(row).Select(static concept => concept.Name)));
        var letters = new TermSets(words.Select(static row => row.SelectMany(LettersOf)));
        var groups = new UnionFind(examples.Count);
        foreach (var intent in Enumerable.Range(0, examples.Count).GroupBy(i => examples[i].Intent, StringComparer.Ordinal))
        {
            int[] rows = [.. intent];
            foreach (var row in rows)
            {
                JoinTranslation("en", Translation);
                // French and Spanish examples were often written side by side.
                if (examples[row].Language == "fr")
                    JoinTranslation("es", SisterTranslation);
                foreach (var other in rows.Where(other => other < row && examples[other].Language == examples[row].Language && letters.Alike(row, other) > Repetition))
                    groups.Join(row, other);

                void JoinTranslation(string language, double least)
                {
                    if (examples[row].Language == "en" || examples[row].Language == language)
                        return;
                    var nearest = rows.Where(other => examples[other].Language == language)
                        .Select(other => (Other: other, Alike: (ConceptShare * concepts.Alike(row, other)) + ((1 - ConceptShare) * letters.Alike(row, other))))
                        .Where(pair => pair.Alike > least).DefaultIfEmpty((Other: row, Alike: 0)).MaxBy(static pair => pair.Alike);
                    groups.Join(row, nearest.Other);
                }
            }
        }

        return [.. Enumerable.Range(0, examples.Count).Select(groups.Root)];
    }

    private static IEnumerable<string> LettersOf(string word)
    {
        var framed = $"_{word}";
        for (var at = 0; at + Letters <= framed.Length; at++)
            yield return framed.Substring(at, Letters);
    }
}
