using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>
/// Says whether a comment means "this was not me" in English, German, Spanish or French. It looks for the whole sentence: a wrong yes stops a
/// case, and a wrong no leaves the link and the button.
/// </summary>
public static partial class NotMeWords
{
    private const int MaxText = 2_000;
    private const int TimeoutMs = 200;

    /// <summary>True when the comment says so.</summary>
    public static bool Says(string comment)
    {
        var text = Plain(comment.Length <= MaxText ? comment : comment[..MaxText]);
        return English().IsMatch(text) || German().IsMatch(text) || Spanish().IsMatch(text) || French().IsMatch(text);
    }

    // Lower case, without accents, with plain apostrophes and single spaces.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            var next = letter is '\u2019' or '\u2018' or '\u00b4' or '`' ? '\'' : char.IsWhiteSpace(letter) ? ' ' : letter;
            if (next != ' ' || (plain.Length > 0 && plain[^1] != ' '))
                plain.Append(next);
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"\b(was|is) ?(not|n't|nt) me\b|\bi (did ?n[o']?t|never|have ?n[o']?t|have never) (ask|asked|request|requested|open|opened|file|filed|submit|submitted|create|created|raise|raised|make|made|send|sent|order|ordered)\b|\b(not|n't) (opened|filed|requested|submitted|raised|created|sent|made) by me\b|\b(did ?n[o']?t|does ?n[o']?t) come from me\b|\bnot (my|from my) (ticket|request)\b|\bsome(one|body) else (opened|filed|requested|submitted|raised|created|sent) (this|it|that)\b", RegexOptions.ExplicitCapture, TimeoutMs)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(das|es|dies) (war|bin) (ich nicht|nicht ich)\b|\bwar ich nicht\b|\bich war (das|es) nicht\b|\bich war'?s nicht\b|\b(ist|war|kommt|kam|stammt) nicht von mir\b|\b(habe? ich|ich habe?)( \w+){0,4} (nicht|nie)( \w+){0,2} (angefordert|beantragt|gestellt|eroffnet|geoffnet|erstellt|geschrieben|gemeldet|bestellt|veranlasst)\b", RegexOptions.ExplicitCapture, TimeoutMs)]
    private static partial Regex German();

    [GeneratedRegex(@"\bno (he sido|fui|soy|era) yo\b|\byo no (fui|he sido)\b|\b(yo )?no (lo |la |he |lo he |la he |he sido quien )?(he )?(pedi|pedido|solicite|solicitado|abri|abierto|cree|creado|envie|enviado|hice|hecho)( yo)?\b( (esto|eso|este|esta|nada|ningun|ninguna|el|la|yo)\b|[.!,]|$)|\bno (es|era) (mio|mia|una solicitud mia|mi solicitud|mi ticket)\b|\bno viene de mi\b", RegexOptions.ExplicitCapture, TimeoutMs)]
    private static partial Regex Spanish();

    [GeneratedRegex(@"\b(ce )?n'?(est|etait) pas moi\b|\bc'?(est|etait) pas moi\b|\bje n'ai (pas|jamais|rien)( \w+)? ?(demande|ouvert|cree|fait|envoye|sollicite|depose)\b|\bn'est pas (de ma part|ma demande|mon ticket)\b|\bne vient pas de moi\b", RegexOptions.ExplicitCapture, TimeoutMs)]
    private static partial Regex French();
}
