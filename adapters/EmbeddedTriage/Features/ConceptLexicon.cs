using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.EmbeddedTriage.Features;

/// <summary>What words mean the same in the four languages; read from triage/concepts.txt.</summary>
internal sealed class ConceptLexicon
{
    private const int LongestBeginning = 24;

    private readonly List<string> _names = [];
    private readonly Dictionary<string, List<(int Concept, WordPattern Phrase)>> _byStart = new(StringComparer.Ordinal);
    private readonly List<(int Concept, WordPattern Phrase)> _anywhere = [];

    /// <summary>Reads the notation: <c>name: phrase, phrase</c>, one concept a line, <c>#</c> begins a remark.</summary>
    /// <exception cref="InvalidDataException">A line is no concept.</exception>
    public ConceptLexicon(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line[0] != '#')
                Add(line);
        }
    }

    /// <summary>Names of the concepts, in the order of the file.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The concepts in a text, each once, in the order in which they first stand there, with the place of that word.</summary>
    public IReadOnlyList<(string Name, int At)> Find(string[] words)
    {
        var found = new List<(string, int)>();
        var seen = new HashSet<int>();
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var (concept, phrase) in Candidates(words[at]))
            {
                if (!seen.Contains(concept) && phrase.IsAt(words, at))
                {
                    seen.Add(concept);
                    found.Add((_names[concept], at));
                }
            }
        }

        return found;
    }

    private void Add(string line)
    {
        if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [var name, var phrases] || name.Length == 0)
            throw new InvalidDataException($"Not a concept: '{line}'.");
        _names.Add(name);
        foreach (var notation in phrases.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var entry = (_names.Count - 1, new WordPattern(notation, PlainText.ForClassifier));
            if (entry.Item2.Start is not { } start)
                _anywhere.Add(entry);
            else if (_byStart.TryGetValue(start, out var others))
                others.Add(entry);
            else
                _byStart[start] = [entry];
        }
    }

    // Phrases whose first word is a beginning of this one, and those that may begin within it.
    private IEnumerable<(int Concept, WordPattern Phrase)> Candidates(string word)
    {
        for (var length = 1; length <= Math.Min(word.Length, LongestBeginning); length++)
        {
            if (_byStart.TryGetValue(word[..length], out var phrases))
            {
                foreach (var entry in phrases)
                {
                    if (length == word.Length || entry.Phrase.IsStartOpen)
                        yield return entry;
                }
            }
        }

        foreach (var entry in _anywhere)
            yield return entry;
    }
}
