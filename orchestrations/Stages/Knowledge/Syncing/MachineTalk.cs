using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Syncing;

/// <summary>
/// Paragraphs of an article that give instructions to a machine instead of telling people something. They are left out and reported: no reader
/// misses them, and what a model does not see it cannot follow.
/// </summary>
public static partial class MachineTalk
{
    /// <summary>Said to the owner of such an article.</summary>
    public const string Warning = "A paragraph that gives instructions to an AI assistant was left out.";

    /// <summary>The text without such paragraphs, and the warning when there was one.</summary>
    public static (string Text, IReadOnlyList<string> Warnings) Without(string text)
    {
        var paragraphs = text.Split("\n\n");
        var kept = paragraphs.Where(paragraph => !Is(paragraph)).ToArray();
        return kept.Length == paragraphs.Length ? (text, []) : (string.Join("\n\n", kept), [Warning]);
    }

    /// <summary>True for a text that addresses a machine, or tells it to forget its rules.</summary>
    public static bool Is(string text) => Forget().IsMatch(text) || (Machine().IsMatch(text) && Order().IsMatch(text));

    [GeneratedRegex(
        @"\b(ignore|disregard|forget|override)\s+(all\s+|any\s+)?(the\s+|your\s+)?(previous|prior|earlier|above|other)\s+(instructions?|rules?|prompts?)|\b(ignorier\w*|vergiss)\s+(alle\s+|deine\s+)*(vorherigen|bisherigen|obigen)?\s*(anweisungen|regeln|vorgaben)|\b(ignora|olvida)\s+(todas\s+)?(las\s+|tus\s+)?(instrucciones|reglas)|\b(ignore[zr]?|oublie[zr]?)\s+(toutes\s+)?(les\s+|tes\s+|vos\s+)?(instructions|règles)|system\s+prompt|\byou\s+are\s+now\b|\bdu\s+bist\s+jetzt\b|\beres\s+ahora\b|\btu\s+es\s+maintenant\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Forget();

    [GeneratedRegex(
        @"\b(to|for|an|für|al|à|note|hinweis|nota|attention)?\s*(the\s+|den\s+|die\s+|el\s+|la\s+|l')?(ai|ki|ia|llm|language\s+model|sprachmodell\w*|modelo\s+de\s+lenguaje|modèle\s+de\s+langage|chatbot|bot|assistant|assistent(en)?|asistente|helpdesk\s+agent|automation|automatisierung)\b\s*[:,!]|\b(assistant|ai|bot|agent|assistent|asistente)\s*(reading|processing|that\s+reads|der\s+dies|que\s+lee|qui\s+lit)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Machine();

    [GeneratedRegex(
        @"\b(reset|approve[d]?|grant|disable|add|send|reply|answer|tell|write|close|escalate|skip|do\s+not|must|setze|nimm|genehmig\w*|schreibe|antworte|sende|lösche|restablece|aprueba|añade|responde|envía|réinitialise[rz]?|approuve[rz]?|ajoute[rz]?|réponds|répondez|envoie|envoyez)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Order();
}
