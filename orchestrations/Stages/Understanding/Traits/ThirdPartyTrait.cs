using System.Text.RegularExpressions;

namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>
/// Asks for somebody else than its writer, by the cues of <c>third-party.txt</c>. Placeholders tell people apart: the writer's own name is
/// <c>[REQUESTER]</c>. About whom the ticket is counts; who is only mentioned, greeted or compared with does not.
/// </summary>
internal static partial class ThirdPartyTrait
{
    private const int BeforeRole = 24;
    private const int AfterRole = 48;

    private static readonly CueFile Cues = CueFile.Read("HelpDesk.Triage.third-party.txt");
    private static readonly string[] Articles = [.. Cues["articles"].Select(static word => $" {word} ")];
    private static readonly string[] SelfSaid = [.. Cues["self-said"].Select(static word => $" {word} ")];
    private static readonly string[] Needs = [.. Cues["role-needs"].Select(static word => $" {word}")];
    private static readonly string[] Matters = [.. Cues["matter"].Select(static word => $" {word}")];
    private static readonly HashSet<string> NoOwners = [.. Cues["no-owners"]];
    private static readonly string[] New = [" new ", " neue ", " neuer ", " neuen ", " nuevo ", " nueva ", " nouveau ", " nouvelle ", " nouvel "];

    public static bool Shows(TicketText ticket)
    {
        // What is closed asks for nobody, whoever is told of in it.
        if (AlreadyDoneTrait.Shows(ticket) || SolvedItselfTrait.Shows(ticket))
            return false;
        var words = ticket.AboutWords;
        return ticket.Words.Has(Cues["for-others"])
            || ticket.Words.Follows(Cues["belongings"], Cues["of-somebody"], 20)
            || words.Follows(Cues["others"], Cues["are-in-need"], 30)
            || ticket.Greetings.Any(static line => line.Follows(Cues["others"], Cues["are-in-need"], 30) || NamesARole(line))
            || (words.Has(Cues["come-and-go"]) && !words.Has(Cues["of-myself"]))
            || (words.Near(["namedperson"], Cues["matter"], 60) && !IsOfMine(words))
            || words.Follows(Cues["for-my"], Cues["roles"], 2)
            || (words.Follows(Cues["named"], Cues["he-or-she"], 120) && !ticket.Words.Has(Cues["told-of"]) && !ticket.Words.Has(Cues["mine-in-need"]))
            || (words.Near(words.Hits(Cues["english"]) > 0 ? [.. Cues["pronouns"], .. Cues["they"]] : Cues["they"], Cues["matter"], 60) && !ticket.Words.Has(Cues["told-of"]))
            || NamesARole(words)
            || BelongsToName().Matches($"{ticket.Title}\n{ticket.Text}").Any(static one => !NoOwners.Contains(one.Groups["name"].Value.ToLowerInvariant()))
            || OwnedBySomebody().IsMatch($"{ticket.Title}\n{ticket.Text}")
            || (ReactivationTrait.Shows(ticket) && !ticket.Words.Has(CommonWords.Mine));
    }

    // "My laptop": then the people who are named are those it happened with.
    private static bool IsOfMine(WordText words) => words.Follows(CommonWords.Mine, Cues["matter"], 8) || words.Has(Cues["mine-in-need"]);

    private static bool NamesARole(WordText words)
    {
        var all = words.ToString();
        foreach (var at in words.Places(Cues["roles"]))
        {
            var before = all[Math.Max(0, at - BeforeRole)..at];
            var after = all[at..Math.Min(all.Length, at + AfterRole)];
            if (Array.Exists(Articles, word => before.Contains(word, StringComparison.Ordinal))
                && !Array.Exists(SelfSaid, word => before.Contains(word, StringComparison.Ordinal))
                && (Array.Exists(Needs, word => after.Contains(word, StringComparison.Ordinal))
                    || (Array.Exists(New, word => before.Contains(word, StringComparison.Ordinal)) && Array.Exists(Matters, word => after.Contains(word, StringComparison.Ordinal)))))
                return true;
        }

        return false;
    }

    // "bnouri's user", "pw reset for Dorthe": one resets and unlocks for people; what systems are called is in systems.yaml.
    [GeneratedRegex(@"\b(?!([Ii]t|[Tt]hat|[Ww]hat|[Tt]here|[Hh]ere|[Ll]et|[Ww]ho|[Hh]ow|[Tt]oday|[Yy]esterday|[Tt]omorrow|[Cc]ompany|[Bb]ank|[Vv]endor|[Ss]upplier|[Mm]icrosoft|[Aa]pple|[Gg]oogle|[Mm]achine|[Dd]evice|[Ww]indows)['’]s)\p{L}{3,20}['’]s (ad |AD |windows |work |company |office )?(user|account|acct|password|pw|login|mailbox|laptop|notebook|phone|mobile|pc|PC|machine|access|authenticator|mfa|MFA|licen[cs]e)\b|\b([Rr]eset|[Uu]nlock|[Uu]nblock)( [\p{L}-]{1,15}){0,3} for (?!SAP|Citrix|Windows|Teams|Outlook|[A-Z]+\b)\p{Lu}\p{Ll}{2,20}\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 500)]
    private static partial Regex OwnedBySomebody();

    // "Notebook von Lasse", "la cuenta de Unai": a name that is in no list.
    [GeneratedRegex(@"\b(([Nn]otebook|[Ll]aptop|[Rr]echner|[Pp][Cc]|[Hh]andy|[Dd]iensthandy|[Ff]irmenhandy|[Tt]elefon|i[Pp]hone|i[Pp]ad|[Tt]ablet|[Kk]onto|[Pp]asswort|[Kk]ennwort|[Zz]ugang|[Aa]ccount|[Pp]ostfach) von|([Cc]uenta|[Pp]ort[aá]til|[Mm][oó]vil|[Oo]rdenador|[Cc]lave|[Cc]ontraseña|[Tt]ableta|[Uu]suario|[Bb]uz[oó]n|[Cc]ompte|[Pp]ortable|[Tt][eé]l[eé]phone|[Mm]ot de passe|[Oo]rdinateur|[Tt]ablette|[Bb]o[iî]te) d(e |')) ?(?<name>\p{Lu}\p{Ll}{2,20})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex BelongsToName();
}
