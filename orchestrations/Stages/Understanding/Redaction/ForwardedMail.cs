using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Tickets;

namespace HelpDesk.Orchestrations.Stages.Understanding.Redaction;

/// <summary>
/// Tells a mail that hands another person's mail on: by the prefix of its subject or the line that mail programs put above what is handed
/// on, and by who wrote that. It is about that person, whatever the one who hands it on adds.
/// </summary>
internal static partial class ForwardedMail
{
    private const RegexOptions AnyCase = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Patience = 500;

    /// <summary>True when somebody else's mail is handed on.</summary>
    /// <param name="title">Title as it came.</param>
    /// <param name="text">Plain text, not cut.</param>
    /// <param name="requester">The requester; their own mail, handed on by themselves, is about them.</param>
    public static bool Is(string title, string text, TicketRequester? requester)
    {
        if (MailHistory.Quoted(text) is not { } quoted)
            return false;
        if (!ForwardPrefix().IsMatch(title) && !ForwardLine().IsMatch(quoted) && (ReplyPrefix().IsMatch(title) || !HeaderBlock().IsMatch(quoted)))
            return false;
        return Writer().Match(quoted) is not { Success: true } writer || !IsRequester(writer.Groups["name"].Value, requester);
    }

    private static bool IsRequester(string writer, TicketRequester? requester) => requester is not null
        && ((requester.Mail is { Length: > 0 } mail && writer.Contains(mail, StringComparison.OrdinalIgnoreCase))
            || (requester.DisplayName is { Length: > 0 } name && writer.Contains(name, StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex(@"^\s{0,5}(\[[^\]\n]{0,40}\]\s{0,3})?(fwd?|wg|tr|rv|rev|enc|i|vs|doorst|pd) ?:", AnyCase, Patience)]
    private static partial Regex ForwardPrefix();

    [GeneratedRegex(@"^\s{0,5}(\[[^\]\n]{0,40}\]\s{0,3})?(re|aw|antw|sv|odp|rif|r) ?:", AnyCase, Patience)]
    private static partial Regex ReplyPrefix();

    [GeneratedRegex(@"(weitergeleitete|forwarded|reenviado|transf[ée]r[ée]|r[ée]exp[ée]di[ée])", AnyCase, Patience)]
    private static partial Regex ForwardLine();

    // Outlook's form: a block of headers. "On ... wrote:" alone is how replies look.
    [GeneratedRegex(@"^ ?\*{0,2}(subject|betreff|asunto|objet) ?:", AnyCase | RegexOptions.Multiline, Patience)]
    private static partial Regex HeaderBlock();

    [GeneratedRegex(@"^ ?\*{0,2}(from|von|de|expéditeur|absender|remitente) ?:\*{0,2} ?(?<name>[^\n]{1,300})|^ ?(on|am|el|le) (?<name>.{5,150}(wrote|schrieb.{0,60}|escribió|a écrit)) ?:", AnyCase | RegexOptions.Multiline, Patience)]
    private static partial Regex Writer();
}
