using System.Globalization;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Words;

/// <summary>
/// What words mean the same in the four languages, read from <c>subjects.txt</c>: what lets a French question find an English article, and tells
/// the thing that is asked about from the words around it.
/// </summary>
public sealed class SubjectLexicon
{
    private const int LongestBeginning = 24;

    private readonly List<Subject> _subjects = [];
    private readonly HashSet<string> _things = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Subject, WordPattern Phrase)>> _byStart = new(StringComparer.Ordinal);
    private readonly List<(int Subject, WordPattern Phrase)> _anywhere = [];

    /// <summary>Reads the notation: <c>s name: phrase, phrase</c>, one subject a line, <c>#</c> begins a remark.</summary>
    /// <exception cref="InvalidDataException">A line is no subject.</exception>
    public SubjectLexicon(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line[0] != '#')
                Add(line);
        }
    }

    /// <summary>The lexicon of the product.</summary>
    public static SubjectLexicon Default { get; } = Read();

    /// <summary>True for the term of a thing.</summary>
    public bool IsThing(string term) => _things.Contains(term);

    /// <summary>The subjects in a text with the places of their words; the longest phrase at a place first, one subject once at each place.</summary>
    public IReadOnlyList<FoundSubject> Find(IReadOnlyList<string> words)
    {
        var found = new List<FoundSubject>();
        for (var at = 0; at < words.Count; at++)
        {
            var place = at;
            found.AddRange(Candidates(words[at]).Where(entry => entry.Phrase.IsAt(words, place))
                .GroupBy(entry => entry.Subject).Select(same => new FoundSubject(_subjects[same.Key], place, same.Max(entry => entry.Phrase.Length))));
        }

        return found;
    }

    private static SubjectLexicon Read()
    {
        using var stream = typeof(SubjectLexicon).Assembly.GetManifestResourceStream("HelpDesk.Knowledge.subjects.txt") ?? throw new InvalidOperationException("The subjects of knowledge are not in the assembly.");
        using var reader = new StreamReader(stream);
        return new SubjectLexicon(reader.ReadToEnd());
    }

    private void Add(string line)
    {
        if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [var head, var phrases] || head.Split(' ') is not [var kind, var name] || kind is not ("s" or "a" or "g"))
            throw new InvalidDataException($"Not a subject: '{line}'.");
        var number = _subjects.Count;
        _subjects.Add(new Subject(string.Create(CultureInfo.InvariantCulture, $"x{number}"), name, kind switch { "s" => SubjectKind.Thing, "a" => SubjectKind.Matter, _ => SubjectKind.General }));
        if (_subjects[number].Kind == SubjectKind.Thing)
            _things.Add(_subjects[number].Term);
        foreach (var notation in phrases.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var phrase = new WordPattern(notation, Terms.Fold);
            if (phrase.Start is not { } start)
                _anywhere.Add((number, phrase));
            else if (_byStart.TryGetValue(start, out var others))
                others.Add((number, phrase));
            else
                _byStart[start] = [(number, phrase)];
        }
    }

    private IEnumerable<(int Subject, WordPattern Phrase)> Candidates(string word)
    {
        for (var length = 1; length <= Math.Min(word.Length, LongestBeginning); length++)
        {
            if (!_byStart.TryGetValue(word[..length], out var phrases))
                continue;
            foreach (var entry in phrases)
            {
                if (length == word.Length || entry.Phrase.IsStartOpen)
                    yield return entry;
            }
        }

        foreach (var entry in _anywhere)
            yield return entry;
    }
}

/// <summary>What a ticket or article can be about.</summary>
/// <param name="Term">Its term in the index; no word is like it.</param>
/// <param name="Name">Its name in the file.</param>
/// <param name="Kind">What it is.</param>
public sealed record Subject(string Term, string Name, SubjectKind Kind);

/// <summary>A subject in a text.</summary>
/// <param name="Subject">Which.</param>
/// <param name="At">Place of its first word.</param>
/// <param name="Length">How many words it takes.</param>
public sealed record FoundSubject(Subject Subject, int At, int Length);

/// <summary>What a subject is.</summary>
public enum SubjectKind
{
    /// <summary>A thing: an article without it answers another question.</summary>
    Thing,

    /// <summary>What is to be done, or what is wrong.</summary>
    Matter,

    /// <summary>A word that the lexicon does not know.</summary>
    Word,

    /// <summary>What could be in any ticket.</summary>
    General,
}
