using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Understanding.Redaction;

/// <summary>Cuts what a mail drags along: quoted earlier mails and signatures. A mail that is nothing but a quotation stays.</summary>
internal static partial class MailHistory
{
    private const RegexOptions AnyCase = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Patience = 500;
    private const int LeastLeft = 12;
    private const int LongestSignature = 14;
    private const int HeaderLines = 5;

    /// <summary>The writer's own words.</summary>
    public static string Cut(string text) => Own(text, LeastLeft);

    /// <summary>The writer's own words of a comment: a single word above a quoted mail is enough, because what is quoted may be our own.</summary>
    public static string OwnWords(string text) => Own(text, 1);

    /// <summary>The header lines of the first mail that is quoted or handed on, and what follows them; null when there is none.</summary>
    public static string? Quoted(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Separator().IsMatch(lines[i]) || Wrote().IsMatch(lines[i]) || IsHeader(lines, i))
                return string.Join('\n', lines[i..]);
        }

        return null;
    }

    private static string Own(string text, int least)
    {
        var lines = text.Split('\n');
        var own = lines.Take(QuotationStart(lines)).Where(line => !line.TrimStart().StartsWith('>')).ToList();
        own = own[..SignatureStart(own)];
        var left = string.Join('\n', own).Trim();
        return left.Count(char.IsLetterOrDigit) >= least ? left : text;
    }

    private static int QuotationStart(string[] lines)
    {
        for (var i = 1; i < lines.Length; i++)
        {
            if (Separator().IsMatch(lines[i]) || Wrote().IsMatch(lines[i]))
                return i;
            if (IsHeader(lines, i))
                return i;
        }

        return lines.Length;
    }

    private static bool IsHeader(string[] lines, int at) =>
        From().IsMatch(lines[at]) && lines.Skip(at + 1).Take(HeaderLines).Count(line => Header().IsMatch(line)) >= 2;

    private static int SignatureStart(List<string> lines)
    {
        // Only near the end: words after an early "regards" are the writer's own.
        for (var i = Math.Max(1, lines.Count - LongestSignature); i < lines.Count; i++)
        {
            if (Closing().IsMatch(lines[i]))
                return i;
        }

        return lines.Count;
    }

    [GeneratedRegex(@"^ ?(-{2,} ?(original message|ursprüngliche nachricht|weitergeleitete nachricht|anfang der weitergeleiteten|forwarded (message|mail)|begin forwarded|forwarded\b|weitergeleitet\b|reenviado\b|transf[ée]r[ée]\b|mensaje (original|reenviado)|message (d'origine|original|transf[ée]r[ée])|d[ée]but du message)|_{10,}|begin forwarded message|anfang der weitergeleiteten|inicio del mensaje reenviado|d[ée]but du message (transf[ée]r[ée]|r[ée]exp[ée]di[ée]))", AnyCase, Patience)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^ ?(on|am|el|le) .{5,150}(wrote|schrieb.{0,60}|escribió|a écrit) ?:", AnyCase, Patience)]
    private static partial Regex Wrote();

    [GeneratedRegex(@"^ ?\*{0,2}(from|von|de|expéditeur|absender|remitente) ?:\*{0,2} ?\S", AnyCase, Patience)]
    private static partial Regex From();

    [GeneratedRegex(@"^ ?\*{0,2}(sent|gesendet|enviado( el)?|envoyé|to|an|para|à|date|datum|fecha|subject|betreff|asunto|objet|cc|empfänger|destinatario|destinataire) ?:", AnyCase, Patience)]
    private static partial Regex Header();

    [GeneratedRegex(@"^ ?(-- ?$|(with )?(kind|best|warm|many)? ?regards\b|best wishes|sincerely|yours (sincerely|faithfully)|cheers,? ?$|mit (freundlichen|besten) grüßen|mit freundlichem gruß|(viele|beste|liebe|freundliche|schöne) grüße|mfg\b|vg,? ?$|lg,? ?$|(un )?(cordial )?saludos?\b|atentamente|(bien )?cordialement|salutations|sent from my|von meinem .{2,40}gesendet|gesendet von|enviado desde|envoyé de(puis)? mon)", AnyCase, Patience)]
    private static partial Regex Closing();
}
