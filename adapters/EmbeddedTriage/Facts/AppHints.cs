using System.Text.RegularExpressions;

namespace HelpDesk.Adapters.EmbeddedTriage.Facts;

/// <summary>How a ticket names the application or licence it asks for. Only its words: the access catalogue decides whether it knows them.</summary>
public static class AppHints
{
    private const int LongestHint = 100;
    private const int MostWords = 4;
    private const RegexOptions Bounded = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Words = @"(?<name>[a-z0-9][a-z0-9+.-]*( [a-z0-9][a-z0-9+.-]*){0,5})";
    private const string Word = @"(?<name>[a-z0-9][a-z0-9+.]*)";

    private static readonly Regex Placeholder = new(@"\[[a-z]+(_[0-9]+)?\]", Bounded);

    // In the order in which they are believed.
    private static readonly Regex[] Patterns =
    [
        new(@"\b(?:licen[cs]es?|subscription|seat|account|login|user|permission|authori[sz]ation) (?:for|in|to) (?:the |our |ms )?" + Words, Bounded),
        new(@"\b(?:access|log ?in|be let in) (?:to|into|in) (?:the |our )?" + Words, Bounded),
        new(@"\blizenz(?:en)? (?:fur|von) (?:das |die |den )?" + Words, Bounded),
        new(@"\b(?:zugang|zugriff|berechtigung|account|konto) (?:zum|zur|zu|auf|fur|in) (?:das |die |den |dem |der )?" + Words, Bounded),
        new(@"\blicencias? (?:de|para) (?:el |la )?" + Words, Bounded),
        new(@"\b(?:acceso|usuario|permiso|alta|cuenta) (?:al|a|en|para|de) (?:el |la )?" + Words, Bounded),
        new(@"\b(?:acces|compte|utilisateur|droits?) (?:au|aux|a|dans|sur|pour|de) (?:l'|le |la )?" + Words, Bounded),
        new(@"\blicence (?:pour |de )?" + Words, Bounded),
        new(@"\b" + Word + @"[- ](?:licen[cs]e|lizenz|zugang|zugriff|access)\b", Bounded),
        new(@"\bacces " + Word, Bounded),
        new(@"\b(?:assign|zuweisen|weist mir|asignenme|attribuer)(?: me| mir| moi)? " + Words, Bounded),
    ];

    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal)
    {
        "please", "pls", "for", "because", "since", "to", "from", "as", "and", "so", "until", "with", "at", "on", "my", "me", "i", "is", "has", "was", "from", "in", "of", "by", "that", "when", "today", "tomorrow", "asap", "urgently", "thanks", "licence", "license", "access", "again", "or", "but", "it",
        "bitte", "fur", "weil", "da", "und", "mit", "ab", "ich", "ist", "hat", "damit", "beantragen", "freischalten", "bestellen", "brauche", "oder", "um", "zum", "zuweisen", "wird", "einrichten",
        "por", "para", "porque", "y", "con", "desde", "mi", "que", "ha", "o", "gracias",
        "svp", "s'il", "pour", "parce", "car", "et", "avec", "depuis", "mon", "ma", "qui", "a", "ou", "merci", "est", "des",
    };

    private static readonly HashSet<string> Nothing = new(StringComparer.Ordinal)
    {
        "it", "this", "that", "the", "an", "new", "full", "my", "mein", "meine", "neue", "neuen", "eine", "einen", "una", "un", "une", "no", "remote", "request", "expired", "need", "your", "any", "user", "du", "le", "la", "el", "de",
    };

    /// <summary>The name in lower case, at most four words and 100 characters, or null when the ticket names nothing in such a way.</summary>
    public static string? Find(string? text)
    {
        var plain = Placeholder.Replace(PlainText.Of(text), ".");
        foreach (var pattern in Patterns)
        {
            foreach (Match match in pattern.Matches(plain))
            {
                var words = match.Groups["name"].Value.Split(' ').TakeWhile(word => !Ends.Contains(word)).Take(MostWords).ToList();
                var end = words.FindIndex(static word => word.EndsWith('.'));
                var name = string.Join(' ', end < 0 ? words : words.Take(end + 1)).Trim('.', '-', ' ');
                if (name.Length is > 1 and <= LongestHint && !Nothing.Contains(name))
                    return name;
            }
        }

        return null;
    }
}
