namespace HelpDesk.Orchestrations.Stages.Knowledge.Words;

/// <summary>Words that say nothing of what a text is about, in English, German, Spanish and French; folded as <see cref="Terms.Fold"/> folds.</summary>
public static class StopWords
{
    private static readonly HashSet<string> All = Read();

    /// <summary>True for such a word.</summary>
    public static bool Are(string word) => All.Contains(word);

    private static HashSet<string> Read()
    {
        using var stream = typeof(StopWords).Assembly.GetManifestResourceStream("HelpDesk.Knowledge.stop-words.txt") ?? throw new InvalidOperationException("The stop words of knowledge are not in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];
    }
}
