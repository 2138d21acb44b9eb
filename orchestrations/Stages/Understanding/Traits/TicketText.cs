using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>A ticket's text, taken apart once for all traits.</summary>
internal sealed partial class TicketText(string title, string text)
{
    private const int LongestSalutation = 85;

    /// <summary>Redacted title.</summary>
    public string Title { get; } = title;

    /// <summary>Redacted text.</summary>
    public string Text { get; } = text;

    /// <summary>Words of the title.</summary>
    public WordText TitleWords { get; } = new(title);

    /// <summary>Words of the text.</summary>
    public WordText TextWords { get; } = new(text);

    /// <summary>Words of both; of the text alone where it repeats the title, at its beginning or in a field of a form.</summary>
    public WordText Words { get; } = new WordText(text) is var words && words.Holds(new WordText(title)) ? words : new WordText($"{title}\n{text}");

    /// <summary>Words of title and text without salutation, mail headers, contact fields, what is under the closing and what a screen says ("Ihr Konto wurde gesperrt"): who is named there did not need anything.</summary>
    public WordText AboutWords => field ??= new(string.Join('\n', Parted.Select(static line => Said().Replace(Turned().Replace(line.After, " "), " ")).Prepend(Title)));

    /// <summary>What stands up to the end of each salutation: "Hello service desk", and "Hello my colleague is locked out". Whom a writer addresses by name before speaking of themselves is left out.</summary>
    public IReadOnlyList<WordText> Greetings => field ??= [.. Parted.SelectMany(static line => line.Salutations).Select(WithoutAddressee)];

    private IReadOnlyList<(IReadOnlyList<string> Salutations, string After)> Parted => field ??= [.. Kept(Text).Select(AtSalutation)];

    /// <summary>Lines of the text that hold anything.</summary>
    public IReadOnlyList<string> Lines { get; } = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // What ends a mail may begin one, too: "Saludos, mi compañero ...".
    private static IEnumerable<string> Kept(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeWhile(static (line, at) => at == 0 || !Closing().IsMatch(line)).Where(static line => !Field().IsMatch(line));

    private static (IReadOnlyList<string> Salutations, string After) AtSalutation(string line)
    {
        var salutations = new List<string>();
        // "Hallo, liebe Kollegen aus der IT, ...": one may follow the other.
        while (Salutation().IsMatch(line))
        {
            var end = SalutationEnd().Match(line) is { Success: true } found ? found.Length : line.Length;
            if (end > LongestSalutation)
                break;
            salutations.Add(line[..end]);
            line = line[end..].TrimStart();
        }

        return (salutations, line);
    }

    private static WordText WithoutAddressee(string salutation) =>
        new WordText(salutation) is var words && words.Has(CommonWords.Self) ? new WordText(Addressee().Replace(salutation, " ", 1)) : words;

    [GeneratedRegex(@"^(([Kk]ind|[Bb]est|[Ww]arm|[Mm]any)? ?([Rr]egards|[Rr]gds)|[Bb]est wishes|[Yy]ours|[Ss]incerely|[Cc]heers|[Tt]hanks?( you)?[,!. ]{0,3}$|[Tt]hx|[Mm]it (freundlich|best|lieb)|([Vv]iele|[Bb]este|[Ll]iebe|[Ff]reundliche|[Ss]chöne) Grüße|Gruß|[Dd]anke[,!. ]{0,3}$|[Bb]esten Dank|[Vv]ielen Dank|MfG|mfg|VG|LG|([Uu]n )?([Cc]ordial )?[Ss]aludos?|[Aa]tentamente|[Cc]ordialmente|[Gg]racias[,!. ]{0,3}$|[Aa]brazos?|([Bb]ien )?[Cc]ordialement|[Ss]alutations|[Mm]erci[,!. ]{0,3}$|-- ?$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^([Hh]i|[Hh]ello|[Dd]ear|[Hh]ey|[Gg]ood (morning|afternoon|day|evening)|[Hh]allo|[Ll]iebe[rs]?|[Gg]uten (Tag|Morgen|Abend)|[Mm]oin|[Ss]ehr geehrte[rs]?|[Hh]ola|[Ee]stimad[oa]s?|[Bb]uen[oa]s|[Bb]onjour|[Bb]onsoir|[Ss]alut|[Ss]aludos?|[Uu]n (cordial )?saludo|[Cc]heers|[Gg]reetings|[Ss]alutations|[Cc]hers?|[Cc]hères?|[Mm]adame|[Mm]onsieur)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Salutation();

    [GeneratedRegex("[\"\u201E\u201C\u201D\u00AB\u00BB][^\"\u201E\u201C\u201D\u00AB\u00BB\\n]{3,160}[\"\u201E\u201C\u201D\u00AB\u00BB]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Said();

    [GeneratedRegex(@"\[PERSON(_\d{1,3})?\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Addressee();

    // Not the point of a title ("Dear Mr. Smith,").
    [GeneratedRegex(@"^.{0,80}?(?<!\b(Mr|Mrs|Ms|Dr|Sr|Sra|M|Mme))([,:!.]+| [-–—] )", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex SalutationEnd();

    [GeneratedRegex(@"^>? ?(From|To|Cc|Sent|Subject|Contact|Caller|Mail|Phone|Channel|Lang\.?|Reported by|Requester|Von|An|Gesendet|Betreff|Kontakt|Melder|De|Para|Enviado|Asunto|Contacto|À|Envoyé|Objet|Demandeur)\s{0,8}[:.]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Field();

    // To whom one should turn is not whom it is about.
    [GeneratedRegex(@"([Cc]ontact|[Cc]all|[Aa]sk|[Tt]alk to|[Tt]urn to|[Rr]each|[Mm]it|[Aa]n|[Bb]ei|[Dd]urch|[Ff]ragen|[Cc]on|[Pp]reguntar (a|por)|[Aa]vec|[Dd]emander à|[Vv]oir|[Tt]hanks to|[Tt]old by|[Aa]pproved by|[Gg]enehmigt von|[Aa]probado por|[Aa]pprouvé par|[Ff]rom|[Vv]on|[Tt]his is|[Hh]ere is|[Hh]ier ist|[Ii]ch bin|[Mm]ein Name ist|[Ii] am|[Ii]'m|[Mm]y name is|[Ss]oy|[Aa]quí|[Mm]e llamo|[Ii]ci|[Jj]e suis|[Jj]e m'appelle) (Mr\.?|Mrs\.?|Ms\.?|Herrn?|Frau|Sra?\.?|M\.|Mme)? ?\[PERSON(_\d{1,3})?\]( (wenden|fragen|melden))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Turned();
}
