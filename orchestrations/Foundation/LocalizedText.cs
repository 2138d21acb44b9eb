namespace HelpDesk.Orchestrations.Foundation;

/// <summary>A text in English and, where given, in other languages.</summary>
/// <param name="Texts">By two-letter language; always holds <c>en</c>.</param>
public sealed record LocalizedText(IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>Languages a text may be given in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "de", "es", "fr"];

    /// <summary>A text in all four languages.</summary>
    public static LocalizedText Of(string en, string de, string es, string fr) =>
        new(new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = en, ["de"] = de, ["es"] = es, ["fr"] = fr });

    /// <summary>The English text.</summary>
    public string English => Texts["en"];

    /// <summary>The text in a language, or in English where there is none.</summary>
    public string In(string? language) => language is not null && Texts.TryGetValue(language, out var text) ? text : English;

    /// <summary>The text in a language with names and numbers in it: <c>{0}</c> is the first. A name that holds braces is filled in as it is.</summary>
    /// <param name="language">Two letters.</param>
    /// <param name="values">What is filled in.</param>
    public string Filled(string? language, params string[] values)
    {
        var parts = In(language).Split('{', '}');
        // Between a pair of braces is the number of the value.
        for (var i = 1; i < parts.Length; i += 2)
            parts[i] = values[int.Parse(parts[i], System.Globalization.CultureInfo.InvariantCulture)];
        return string.Concat(parts);
    }
}
