using System.Globalization;

namespace HelpDesk.Orchestrations.Foundation.Configuration;

/// <summary>
/// Reads one mapping key by key. Whatever was not asked for when <see cref="End"/> is called is an unknown key, and that is a
/// fault: a misspelt key must not silently mean the default.
/// </summary>
public sealed class SectionReader(YamlMap map, string file, string name, ConfigurationReport report)
{
    private readonly List<string> _asked = [];

    /// <summary>Where the section begins.</summary>
    public int Line => map.Line;

    /// <summary>The file it is in.</summary>
    public string File => file;

    /// <summary>All keys, in order; marks none as asked for.</summary>
    public IReadOnlyList<YamlText> Keys => [.. map.Entries.Select(entry => entry.Key)];

    /// <summary>Adds a fault at a line of this file.</summary>
    public void Fault(int line, string what, string remedy) => report.Add(file, line, what, remedy);

    /// <summary>The line of a key; the section's line when it is not there.</summary>
    public int LineOf(string key) => map.Entries.FirstOrDefault(entry => entry.Key.Value == key).Key?.Line ?? map.Line;

    /// <summary>A text that must be there; empty after a fault.</summary>
    public string Text(string key)
    {
        if (Ask(key) is null)
            Fault(map.Line, $"{name} has no '{key}'.", $"Add '{key}: ...'.");
        return OptionalText(key) ?? "";
    }

    /// <summary>A text that may be there.</summary>
    public string? OptionalText(string key)
    {
        switch (Ask(key))
        {
            case null:
                return null;
            case YamlText { Value.Length: > 0 } text:
                return text.Value;
            case var node:
                Fault(node.Line, $"'{key}' of {name} must be a text and is {Kind(node)}.", $"Write '{key}: text'.");
                return null;
        }
    }

    /// <summary>A text or a list of texts; empty when absent.</summary>
    public IReadOnlyList<YamlText> Texts(string key)
    {
        IReadOnlyList<YamlNode> nodes = Ask(key) switch
        {
            null => [],
            YamlList list => list.Items,
            var single => [single],
        };
        var texts = nodes.OfType<YamlText>().Where(text => text.Value.Length > 0).ToList();
        if (texts.Count != nodes.Count)
            Fault(LineOf(key), $"'{key}' of {name} must be a list of texts.", $"Write '{key}: [first, second]'.");
        foreach (var twice in texts.GroupBy(text => text.Value, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            Fault(twice.Last().Line, $"'{twice.Key}' is there twice in '{key}' of {name}.", "Keep one of them.");
        return texts;
    }

    /// <summary>A whole number in a range.</summary>
    public int Number(string key, int least, int most, int? otherwise = null)
    {
        if (Written(key, otherwise is null) is not { } text)
            return otherwise ?? least;
        if (int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Fault(text.Line, $"'{key}' of {name} is '{text.Value}'.", $"Write a whole number from {least} to {most}.");
        return otherwise ?? least;
    }

    /// <summary>A share from 0 to 1.</summary>
    public double Share(string key, double otherwise)
    {
        if (Written(key, required: false) is not { } text)
            return otherwise;
        if (double.TryParse(text.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1)
            return share;
        Fault(text.Line, $"'{key}' of {name} is '{text.Value}'.", "Write a number from 0 to 1, such as 0.85.");
        return otherwise;
    }

    /// <summary>A time span such as <c>30 minutes</c>, <c>4 hours</c>, <c>90 days</c>.</summary>
    public TimeSpan? Duration(string key, TimeSpan least, TimeSpan most, bool required = true)
    {
        if (Written(key, required) is not { } text)
            return null;
        if (PlainDuration.TryParse(text.Value, out var span) && span >= least && span <= most)
            return span;
        Fault(text.Line, $"'{key}' of {name} is '{text.Value}'.", $"Write a time from {PlainDuration.Write(least)} to {PlainDuration.Write(most)}, such as '30 minutes' or '2 days'.");
        return null;
    }

    /// <summary>A moment with its offset.</summary>
    public DateTimeOffset? Moment(string key)
    {
        if (Written(key, required: true) is not { } text)
            return null;
        string[] formats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];
        var hasOffset = text.Value.EndsWith('Z') || (text.Value.Length > 6 && text.Value[^6] is '+' or '-');
        if (hasOffset && DateTimeOffset.TryParseExact(text.Value, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            return moment.ToUniversalTime();
        Fault(text.Line, $"'{key}' of {name} is '{text.Value}'.", "Write a moment with its offset, such as 2026-12-20T18:00+01:00.");
        return null;
    }

    /// <summary>One word of a closed list.</summary>
    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> words, bool required = true)
        where T : struct
    {
        if (Written(key, required) is not { } text)
            return null;
        if (words.TryGetValue(text.Value, out var value))
            return value;
        Fault(text.Line, $"'{key}' of {name} is '{text.Value}'.{Nearest.Hint(text.Value, words.Keys)}", $"Write one of: {string.Join(", ", words.Keys)}.");
        return null;
    }

    /// <summary>A mapping under a key; null when absent or faulty.</summary>
    public SectionReader? Section(string key, bool required = false)
    {
        switch (Ask(key))
        {
            case YamlMap section:
                return new SectionReader(section, file, $"'{key}' of {name}", report);
            case null when required:
                Fault(map.Line, $"{name} has no '{key}'.", $"Add '{key}:' with its values below.");
                return null;
            case null:
                return null;
            case var node:
                Fault(node.Line, $"'{key}' of {name} must be a mapping and is {Kind(node)}.", $"Write '{key}:' and its values below, indented.");
                return null;
        }
    }

    /// <summary>A list of mappings under a key; empty when absent.</summary>
    public IReadOnlyList<SectionReader> Sections(string key, string itemName)
    {
        var node = Ask(key);
        var items = (node as YamlList)?.Items ?? [];
        if (node is not null and not YamlList || items.Any(item => item is not YamlMap))
            Fault(LineOf(key), $"'{key}' of {name} must be a list of mappings.", $"Write '{key}:' and below it '- ...' for each {itemName}.");
        return [.. items.OfType<YamlMap>().Select(item => new SectionReader(item, file, $"the {itemName}{Named(item)}", report))];
    }

    /// <summary>The node under a key, as it is.</summary>
    public YamlNode? Node(string key) => Ask(key);

    /// <summary>Says that everything known was asked for: the rest is unknown.</summary>
    public void End()
    {
        foreach (var (key, _) in map.Entries)
        {
            if (!_asked.Contains(key.Value, StringComparer.Ordinal))
                Fault(key.Line, $"{name} has an unknown key '{key.Value}'.{Nearest.Hint(key.Value, _asked)}", $"Remove it or use one of: {string.Join(", ", _asked.Distinct(StringComparer.Ordinal))}.");
        }
    }

    private static string Named(YamlMap item) => (item.Find("id") ?? item.Find("name")) is YamlText id ? $" '{id.Value}'" : "";

    private static string Kind(YamlNode node) => node switch
    {
        YamlList => "a list",
        YamlMap => "a mapping",
        _ => "empty",
    };

    private YamlNode? Ask(string key)
    {
        _asked.Add(key);
        return map.Find(key);
    }

    private YamlText? Written(string key, bool required)
    {
        var node = Ask(key);
        if (node is YamlText { Value.Length: > 0 } text)
            return text;
        if (node is not null)
            Fault(node.Line, $"'{key}' of {name} must be a value and is {Kind(node)}.", $"Write '{key}: value'.");
        else if (required)
            Fault(map.Line, $"{name} has no '{key}'.", $"Add '{key}: ...'.");
        return null;
    }
}
