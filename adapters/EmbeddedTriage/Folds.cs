namespace HelpDesk.Adapters.EmbeddedTriage;

/// <summary>Parts the examples so that every part holds the same share of each intent and language; no chance in it.</summary>
public static class Folds
{
    /// <summary>What is learned from and what is held out in one of <paramref name="count"/> folds.</summary>
    public static (IReadOnlyList<TrainingExample> Seen, IReadOnlyList<TrainingExample> Unseen) Split(IReadOnlyList<TrainingExample> examples, int count, int fold)
    {
        var seen = new List<TrainingExample>(examples.Count);
        var unseen = new List<TrainingExample>((examples.Count / count) + 1);
        var next = new Dictionary<(string, string), int>();
        foreach (var example in examples)
        {
            var key = (example.Intent, example.Language);
            var number = next.GetValueOrDefault(key);
            next[key] = number + 1;
            (number % count == fold ? unseen : seen).Add(example);
        }

        return (seen, unseen);
    }
}
