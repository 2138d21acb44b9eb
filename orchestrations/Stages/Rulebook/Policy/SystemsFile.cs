using HelpDesk.Orchestrations.Domain.Policy.Systems;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Rulebook.Intents;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/systems.yaml</c>, and <c>policy/own-systems.yaml</c> of an organisation, whose systems come first and replace those of the same id.</summary>
internal static class SystemsFile
{
    /// <summary>Name of the file in which an organisation adds its own systems to the shipped ones.</summary>
    public const string Own = "own-systems";

    private const int ShortestWord = 2;
    private const int LongestId = 40;

    public static SystemTable Read(SectionReader reader, SectionReader? own, PolicyReferences known)
    {
        var account = Words(reader.Section("account", required: true), reader);
        var directory = Words(reader.Section("directory", required: true), reader);
        var fine = Words(reader.Section("directory-works"), reader);
        var added = own is null ? [] : Systems(own, known);
        own?.End();
        var shipped = Systems(reader, known);
        reader.End();
        return new SystemTable(account, directory, fine, [.. added, .. shipped.Where(system => added.All(mine => mine.Id != system.Id))]);
    }

    private static List<KnownSystem> Systems(SectionReader reader, PolicyReferences known)
    {
        var systems = new List<KnownSystem>();
        foreach (var item in reader.Sections("systems", "system"))
        {
            var id = item.Text("id");
            if (id.Length is 0 or > LongestId || !id.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
                item.Fault(item.LineOf("id"), $"'{id}' can't be the id of a system.", $"Use up to {LongestId} lower-case letters, digits and hyphens.");
            else if (systems.Exists(system => system.Id == id))
                item.Fault(item.LineOf("id"), $"The system '{id}' is in the file twice.", "Keep one of them.");
            var title = item.Text("title");
            var words = Words([.. item.Texts("words")], item);
            if (words.Count == 0)
                item.Fault(item.Line, "The system has no words, so no ticket could name it.", "Add 'words: [...]'.");
            var kind = item.Choice("only", new Dictionary<string, bool>(StringComparer.Ordinal) { ["beside-a-password"] = true }, required: false);
            var route = item.Section("route", required: true) is { } section ? RouteSection.Read(section, known.TicketSystems) : new(new Dictionary<string, string>(StringComparer.Ordinal), null);
            item.End();
            systems.Add(new KnownSystem(id, title, words, kind == true, route));
        }

        return systems;
    }

    private static List<string> Words(SectionReader? section, SectionReader reader)
    {
        if (section is null)
            return [];
        var words = Words([.. section.Texts("words")], reader);
        section.End();
        return words;
    }

    private static List<string> Words(IReadOnlyList<YamlText> written, SectionReader reader)
    {
        var words = new List<string>();
        foreach (var word in written)
        {
            var isPart = word.Value.StartsWith('*');
            var folded = WordText.Phrase(word.Value.TrimStart('*'));
            if (folded.Trim().Length < ShortestWord)
                reader.Fault(word.Line, $"'{word.Value}' is too short for a word of a system: it would be found in every text.", $"Use at least {ShortestWord} letters or digits.");
            else
                words.Add(isPart ? $"*{folded}" : folded);
        }

        return words;
    }
}
