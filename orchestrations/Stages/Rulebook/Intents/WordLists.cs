using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Intents;

/// <summary>Reads cue words per language, and the lists in <c>intents/words.yaml</c> that several intents share.</summary>
internal sealed class WordLists
{
    private const int ShortestWord = 2;

    private readonly Dictionary<string, IReadOnlyList<string>> _shared = new(StringComparer.Ordinal);

    private WordLists()
    {
    }

    /// <summary>The shared lists; none when there is no such file.</summary>
    public static WordLists Read(ConfigurationFile? file, ConfigurationReport report)
    {
        var lists = new WordLists();
        if (file is null || StrictYaml.Read(file, report) is not { } top)
            return lists;
        var reader = new SectionReader(top, file.Name, "words.yaml", report);
        foreach (var name in reader.Keys.Select(key => key.Value))
        {
            if (reader.Section(name) is { } section)
                lists._shared[name] = ByLanguage(section);
        }

        return lists;
    }

    /// <summary>All words of one list of cues, whatever their language: its own and those of the shared lists that it names.</summary>
    public IReadOnlyList<string> Of(SectionReader cues, string key)
    {
        if (cues.Section(key, required: true) is not { } section)
            return [];
        var words = new List<string>();
        foreach (var name in section.Texts("words"))
        {
            if (_shared.TryGetValue(name.Value, out var shared))
                words.AddRange(shared);
            else
                section.Fault(name.Line, $"There is no word list '{name.Value}'.{Nearest.Hint(name.Value, _shared.Keys)}", _shared.Count == 0 ? "Add it to intents/words.yaml." : $"Use one of: {string.Join(", ", _shared.Keys)}, or add it to intents/words.yaml.");
        }

        words.AddRange(ByLanguage(section));
        if (words.Count == 0)
            cues.Fault(cues.LineOf(key), $"'{key}' has no words, so the answer of a model would be acted on unchecked.", $"Write words that such a request needs, per language: 'en: [...]'.");
        return [.. words.Distinct(StringComparer.Ordinal)];
    }

    private static List<string> ByLanguage(SectionReader section)
    {
        var words = new List<string>();
        foreach (var word in LocalizedText.Languages.SelectMany(section.Texts))
        {
            // Written as people write; sought without case and accents.
            var folded = WordText.Phrase(word.Value);
            if (folded.Trim().Length < ShortestWord)
                section.Fault(word.Line, $"'{word.Value}' is too short for a cue word: it would be found in every text.", $"Use at least {ShortestWord} letters or digits.");
            else
                words.Add(folded);
        }

        section.End();
        return words;
    }
}
