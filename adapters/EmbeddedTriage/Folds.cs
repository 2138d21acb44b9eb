using HelpDesk.Adapters.EmbeddedTriage.Features;

namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>
/// Parts the examples so that every part holds about the same share of each intent and language; no chance in it. Examples that say the
/// same (<see cref="ExampleGroups"/>) are always in one part.
/// </summary>
public static class Folds
{
    /// <summary>For each example the number of its part, from 0.</summary>
    public static int[] Of(IReadOnlyList<TrainingExample> examples, int count)
    {
        var groups = ExampleGroups.Of(examples);
        var folds = new int[examples.Count];
        foreach (var intent in Enumerable.Range(0, examples.Count).GroupBy(i => examples[i].Intent, StringComparer.Ordinal))
        {
            var filled = new int[count];
            foreach (var group in intent.GroupBy(i => groups[i]).OrderByDescending(static group => group.Count()).ThenBy(static group => group.Min()))
            {
                var emptiest = Array.IndexOf(filled, filled.Min());
                filled[emptiest] += group.Count();
                foreach (var example in group)
                    folds[example] = emptiest;
            }
        }

        return folds;
    }
}
