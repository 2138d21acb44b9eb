using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Stages.Knowledge.Syncing;

namespace HelpDesk.Orchestrations.Stages.Knowledge.Drafting;

/// <summary>
/// Keeps of a redacted text the sentences that could be in anybody's article: none with a placeholder, a name, number or device of the case, an address
/// or link, a secret, or words to a machine. A sentence is kept whole or not at all.
/// </summary>
public static partial class CleanText
{
    private const int LongestSentence = 400;
    private const int Patience = 500;
    private const int ShortestName = 3;

    /// <summary>The sentences that may be kept, in order.</summary>
    /// <param name="text">Redacted text.</param>
    /// <param name="names">What belongs to the case.</param>
    public static IReadOnlyList<string> SentencesOf(string text, IReadOnlyList<string> names)
    {
        var kept = new List<string>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var sentence in End().Split(Mark().Replace(line, "")))
            {
                if (sentence.Trim() is { Length: > 1 and <= LongestSentence } whole && whole.Any(char.IsLetter) && IsClean(whole, names))
                    kept.Add(whole);
            }
        }

        return kept;
    }

    /// <summary>True when nothing of a person, a device, another place or a machine is in the text, as far as rules can see.</summary>
    public static bool IsClean(string text, IReadOnlyList<string> names)
    {
        try
        {
            return !Placeholder().IsMatch(text) && !Address().IsMatch(text) && !Secret().IsMatch(text) && !Device().IsMatch(text)
                && !Numbers().Matches(text).Any(static number => !KnownNumber().IsMatch(number.Value)) && !MachineTalk.Is(text) && !names.Any(name => Has(text, name));
        }
        catch (RegexMatchTimeoutException)
        {
            // What cannot be checked is not kept.
            return false;
        }
    }

    // One word may be an ordinary word too ("Rose"): then only written like the name.
    private static bool Has(string text, string name)
    {
        if (name.Length < ShortestName)
            return false;
        var comparison = name.All(char.IsLetter) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (var at = text.IndexOf(name, comparison); at >= 0; at = text.IndexOf(name, at + 1, comparison))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"\[(REQUESTER|SECRET|WITHHELD|[A-Z]{2,12}_\d{1,4}|PERSON|MAIL|PHONE|ID|IP|IBAN|CARD|ADDRESS)\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Placeholder();

    // Links, hosts, mail addresses, shares.
    [GeneratedRegex(@"://|\bwww\.|\\\\|[\w.+-]@[\w-]|(?<![\w.])([a-z0-9-]{2,63}\.){1,4}(com|net|org|info|io|biz|eu|de|es|fr|uk|us|ru|cn|xyz|top|link|site|online|app|dev|local|internal|lan|corp|example)(?![\w-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(password|passwort|kennwort|contraseña|mot de passe|passcode|pin|token|secret|api.?key)\b[^\p{L}\d]{0,3}(is|was|ist|war|lautet|es|era|est|=|:)\s{0,2}\S", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Secret();

    // LON-LT-1101, DESKTOP-7F3A21: names of machines. CVE-2026-12345 is none.
    [GeneratedRegex(@"(?<![\w-])(?!CVE-|KB\d{6,8}(?!\w))(?=[A-Z0-9-]{0,40}\d)([A-Z]{2,10}(-[A-Z0-9]{1,12}){2,4}|(DESKTOP|LAPTOP|PC|NB|WS|SRV|MAC|NOTEBOOK|CLIENT)-?[A-Z0-9]{3,15}|[A-Z]{2,5}-?[A-Z]{0,5}\d{4,})(?![\w-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Device();

    [GeneratedRegex(@"[A-Za-z0-9]{0,10}\d{6,}[A-Za-z0-9]{0,10}", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Numbers();

    // Updates of Windows and error codes.
    [GeneratedRegex(@"^(KB\d{6,8}|0x[0-9A-Fa-f]{6,16}|[0-9A-F]{8})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex KnownNumber();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[\p{Lu}¿¡])", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex End();

    // What begins a line of a list.
    [GeneratedRegex(@"^\s{0,8}([-*•–]|\(?\d{1,2}[.)])\s{1,4}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Mark();
}
