using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Intents;

/// <summary>Reads a text in several languages: one value, which is English, or a mapping of languages in which English must be.</summary>
internal static class TextSection
{
    public static LocalizedText Read(SectionReader reader, string key)
    {
        if (reader.Node(key) is not YamlMap)
            return new LocalizedText(new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = reader.Text(key) });

        var languages = reader.Section(key)!;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = languages.Text("en") };
        foreach (var language in LocalizedText.Languages.Skip(1))
        {
            if (languages.OptionalText(language) is { } text)
                texts[language] = text;
        }

        languages.End();
        return new LocalizedText(texts);
    }
}
