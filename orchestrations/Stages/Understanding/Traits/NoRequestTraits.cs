using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// Tickets that ask for nothing to be done, by the cues of <c>no-request.txt</c>: only told, only asked, or about a thing of the writer's own. Each only takes
/// authority away, and none closes a ticket.
/// </summary>
internal static partial class NoRequestTraits
{
    private static readonly CueFile Cues = CueFile.Read("HelpDesk.Triage.no-request.txt");

    private const int MostBeside = 5;

    private static readonly string[] ThanksFor = ["thanks for", "thank you for", "thank you so much for", "thanks so much for", "thanks a lot for", "danke fur", "dank fur", "gracias por", "merci pour", "remercie pour"];
    private static readonly string[] ThanksBefore = ["in advance", "im voraus", "vorab", "de antemano", "d avance", "par avance"];

    /// <summary>Says that nothing is to be done, or thanks for what was done, and neither asks for anything nor says that it goes on.</summary>
    public static bool TellsOnly(TicketText ticket)
    {
        var words = ticket.Words;
        if (words.Has(Cues["goes-on"]) || IsDone(ticket) || AsksForMore(ticket))
            return false;
        if (words.Has(Cues["nothing-to-do"]) || IsWell(ticket))
            return true;
        return words.Has(ThanksFor) && !words.Has(ThanksBefore) && AlreadyDoneTrait.TellsOfThePast(words)
            && !words.Has(CommonWords.Asks) && !words.Has(CommonWords.Trouble) && !ticket.Text.Contains('?', StringComparison.Ordinal);
    }

    /// <summary>Asks what would be, and says or leaves no doubt that nothing has happened.</summary>
    public static bool AsksOnly(TicketText ticket)
    {
        var words = ticket.Words;
        if (IsDone(ticket))
            return false;
        if (words.Has(Cues["not-happened"]))
            return AsksIf(words) || Question().IsMatch(All(ticket));
        return !words.Has(Cues["happened"]) && (words.Has(Cues["would"]) || (words.Has(Cues["what-if"]) && !words.Has(Cues["days"]) && IsNothingElse(ticket)));
    }

    /// <summary>Asks how something is done and names no problem. Whoever describes a threat and asks what to do asks so, too.</summary>
    public static bool AsksHow(TicketText ticket)
    {
        var words = ticket.Words;
        return !words.Has(Cues["happened"]) && !words.Has(Cues["problem"]) && (AsksIf(words) || (Question().IsMatch(All(ticket)) && !Deed().IsMatch(All(ticket))));
    }

    /// <summary>Is about a phone, a tablet or a computer of the writer's own on which nothing of the company is, as far as the text says.</summary>
    public static bool IsPrivate(TicketText ticket) =>
        ticket.Words.Has(Cues["not-the-companys"]) || (ticket.Words.Has(Cues["private"]) && (ticket.Words.Has(Cues["no-work"]) || !ticket.Words.Has(Cues["work"])));

    /// <summary>The same, and it says that work has nothing to do with it: not even a second factor for the account.</summary>
    public static bool IsPrivateOnly(TicketText ticket) => ticket.Words.Has(Cues["private"]) && ticket.Words.Has(Cues["no-work"]);

    /// <summary>Something else is asked for after what is over: "Forget the E5. Now: ...", "That is done. New: please add me to ...".</summary>
    public static bool AsksForMore(TicketText ticket) => NextRequest().IsMatch(ticket.Text);

    private static string All(TicketText ticket) => $"{ticket.Title}\n{ticket.Text}";

    // Behind an "if" nothing is done.
    private static bool IsDone(TicketText ticket) => new WordText(If().Replace(All(ticket), " ")).Has(Cues["did"]);

    private static bool AsksIf(WordText words) => words.Has(Cues["what-if"]) || words.Has(Cues["would"]);

    // Beside its questions the text holds a greeting at most.
    private static bool IsNothingElse(TicketText ticket) => new WordText(WholeQuestion().Replace(ticket.Text, " ")).Count <= MostBeside;

    // "The new phone is set up, the app works." What was lost must be found again, and that is not said here.
    private static bool IsWell(TicketText ticket) =>
        ticket.Words.Has(Cues["all-is-well"]) && !ticket.Words.Has(Cues["not-all"]) && !ticket.Words.Has(CommonWords.Asks)
        && !ticket.Text.Contains('?', StringComparison.Ordinal) && !ticket.Words.Has(Cues["problem"]);

    // A question for how, where, what or how many, from the beginning of a sentence to its sign; "can you" asks for a deed.
    [GeneratedRegex(@"(^|[.!?,:;\n¿–—-] {0,3}|\b([Cc]ould|[Cc]an|[Ww]ould) you (please )?(tell|explain to|show) (me|us) )(([Ss]o|[Aa]nd|[Uu]nd|[Yy]|[Ee]t|[Aa]lso|[Ss]agt mal|[Mm]al) )?([Hh]ow|[Ww]here|[Ww]hat|[Ww]hich|[Ww]hen|[Ww]ie|[Ww]o|[Ww]as|[Ww]elche[rs]?|[Ww]ann|[Cc][oó]mo|[Dd][oó]nde|[Qq]u[eé]|[Cc]u[aá]l|[Cc]u[aá]ntos?|[Cc]ada cu[aá]nto|[AÀaà] quelle fréquence|[Cc]omment|[Oo]ù|[Qq]uel(le)?s?|[Cc]ombien|[Qq]u'est-ce)\b[^.!?\n]{5,200}\?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Question();

    [GeneratedRegex(@"\b([Ii]f|[Ii]n case|[Ww]enn|[Ff]alls|[Ss]i|[Qq]uand|[Cc]uando) [^.!?\n]{1,80}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex If();

    [GeneratedRegex(@"[^.!?\n]{1,400}\?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex WholeQuestion();

    [GeneratedRegex(@"\b([Cc](an|ould)|[Ww](ould|ill)) (you|u|someone|somebody) (please )?(?!(please )?(tell|explain|show|say|point|send me (a|the) (link|guide|manual))\b)|\b([Kk]önn(t|en|te|ten) (ihr|[Ss]ie)|[Kk]annst du) (?!(mir |uns )?(bitte )?(sagen|erklären|zeigen|verraten|mitteilen)\b)|\b([Pp]od[eé]is|[Pp]uedes?|[Pp]ueden|[Pp]odr[ií](a|an|ais|ías|áis)) (?!(decir|explicar|indicar|ense[nñ]ar))\p{L}{2,12}(me|nos|lo|la|le)?\b|\b([Pp]ou(vez|rriez)[- ]vous|[Pp]eux[- ]tu|[Pp]ourrais[- ]tu) (?!(me |m'|nous )?(dire|expliquer|indiquer|montrer|préciser)\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Deed();

    [GeneratedRegex(@"(^|[.!?,;\n–—-] {0,3})([Bb]ut )?([Nn]ow|[Nn]ew|[Nn]ext|[Ii]nstead|[Nn]eu|[Jj]etzt|[Nn]un|[Ss]tattdessen|[Dd]afür|[Nn]uevo|[Aa]hora|[Ee]n cambio|[Nn]ouveau|[Mm]aintenant|[Ee]n revanche|[Pp]ar contre) ?[:,]|\b([Ww]hat [Ii] (do |really |actually )?(need|want)|[Bb]ut [Ii] (do )?need|[Ii] (now|instead) need|[Ii] need .{2,60} instead|[Ww]as ich (aber|jetzt|noch)? ?brauche|([Dd]afür|[Ss]tattdessen|[Jj]etzt|[Nn]un) (brauche|bräuchte|benötige) ich|[Ll]o que (sí )?necesito|[Aa]hora necesito|[Cc]e (dont|qu'il) (j'ai besoin|me faut)|[Mm]aintenant (il me faut|j'ai besoin))\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex NextRequest();
}
