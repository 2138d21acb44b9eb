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
    public static string Cut(string text)
    {
        var lines = text.Split('\n');
        var own = lines.Take(QuotationStart(lines)).Where(line => !line.TrimStart().StartsWith('>')).ToList();
        own = own[..SignatureStart(own)];
        var left = string.Join('\n', own).Trim();
        return left.Count(char.IsLetterOrDigit) >= LeastLeft ? left : text;
    }

    private static int QuotationStart(string[] lines)
    {
        for (var i = 1; i < lines.Length; i++)
        {
            if (Separator().IsMatch(lines[i]) || Wrote().IsMatch(lines[i]))
                return i;
            if (From().IsMatch(lines[i]) && lines.Skip(i + 1).Take(HeaderLines).Count(line => Header().IsMatch(line)) >= 2)
                return i;
        }

        return lines.Length;
    }

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

    [GeneratedRegex(@"^ ?(-{2,} ?(original message|ursprüngliche nachricht|weitergeleitete nachricht|forwarded message|mensaje original|message d'origine|message original)|_{10,})", AnyCase, Patience)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^ ?(on|am|el|le) .{5,150}(wrote|schrieb.{0,60}|escribió|a écrit) ?:", AnyCase, Patience)]
    private static partial Regex Wrote();

    [GeneratedRegex(@"^ ?\*?(from|von|de) ?: ?\S", AnyCase, Patience)]
    private static partial Regex From();

    [GeneratedRegex(@"^ ?\*?(sent|gesendet|enviado( el)?|envoyé|to|an|para|à|date|datum|fecha|subject|betreff|asunto|objet|cc) ?:", AnyCase, Patience)]
    private static partial Regex Header();

    [GeneratedRegex(@"^ ?(-- ?$|(with )?(kind|best|warm|many)? ?regards\b|best wishes|sincerely|yours (sincerely|faithfully)|cheers,? ?$|mit (freundlichen|besten) grüßen|mit freundlichem gruß|(viele|beste|liebe|freundliche|schöne) grüße|mfg\b|vg,? ?$|lg,? ?$|(un )?(cordial )?saludos?\b|atentamente|(bien )?cordialement|salutations|sent from my|von meinem .{2,40}gesendet|gesendet von|enviado desde|envoyé de(puis)? mon)", AnyCase, Patience)]
    private static partial Regex Closing();
}
