using HelpDesk.Orchestrations.Domain.Channels;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Mail;

/// <summary>
/// Reads one mail: who vouches for its sender, whether a machine wrote it, and the sender's own words. From is what anyone can write; it counts only where the
/// organisation's own server says that the domain sent it (contract: conversation, 2.4 and 2.5).
/// </summary>
internal static class MailReading
{
    // Markup of Outlook is many times as long as its words; more is no letter that a person wrote.
    private const int MostHtml = 1_000_000;

    /// <summary>The mail as a message of the channel.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="files">Files that came with it.</param>
    /// <param name="options">The settings.</param>
    public static ChannelMessage Read(Message mail, IReadOnlyList<ChannelFile> files, GraphOptions options)
    {
        var headers = (mail.InternetMessageHeaders ?? []).Where(static header => header.Name is not null).ToLookup(static header => header.Name!, static header => header.Value ?? "", StringComparer.OrdinalIgnoreCase);
        var from = mail.From?.EmailAddress;
        var address = from?.Address is { Length: > 0 and <= 320 } given && given.Count(static letter => letter == '@') == 1 ? given : null;
        var isProven = address is not null && Same(address, mail.Sender?.EmailAddress?.Address) && Vouches(headers, address, options);
        return new ChannelMessage(
            MailboxSource.Name, mail.Id!, mail.ConversationId ?? mail.Id!,
            new ChannelSender(isProven ? SenderProof.Address : SenderProof.None, null, address, OutgoingText.Clean(from?.Name ?? "", 100)),
            OwnWords(mail), mail.ReceivedDateTime ?? DateTimeOffset.UnixEpoch)
        {
            Subject = OutgoingText.Clean(mail.Subject ?? "", 300),
            Files = files,
            IsThreaded = true,
            IsAutomatic = IsAutomatic(headers, address, options),
        };
    }

    /// <summary>True when a machine wrote it: automatic replies, bounces, lists, and our own mail that came back.</summary>
    private static bool IsAutomatic(ILookup<string, string> headers, string? address, GraphOptions options) =>
        headers["Auto-Submitted"].Any(static value => !value.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase))
        || headers["Return-Path"].Any(static value => value.Trim() == "<>")
        || headers["Precedence"].Any(static value => value.Trim().ToLowerInvariant() is "bulk" or "list" or "junk")
        || headers["List-Id"].Any() || headers["X-Autoreply"].Any() || headers["X-MS-Exchange-Inbox-Rules-Loop"].Any()
        || headers["Content-Type"].Any(static value => value.Contains("multipart/report", StringComparison.OrdinalIgnoreCase))
        || (address is not null && (Same(address, options.IntakeMailbox) || Same(address, options.NoticeMailbox) || address.StartsWith("mailer-daemon@", StringComparison.OrdinalIgnoreCase) || address.StartsWith("postmaster@", StringComparison.OrdinalIgnoreCase)));

    // Inside the tenant Exchange itself says so; from outside, the topmost result with a composite verdict counts, because senders can add others.
    private static bool Vouches(ILookup<string, string> headers, string address, GraphOptions options)
    {
        var domain = address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..];
        if (!Domains(options).Contains(domain, StringComparer.OrdinalIgnoreCase))
            return false;
        var verdicts = headers["Authentication-Results"].Where(static value => value.Contains("compauth=", StringComparison.OrdinalIgnoreCase)).ToList();
        if (verdicts.Count == 0)
            return headers["X-MS-Exchange-Organization-AuthAs"].ToList() is [var how] && how.Trim().Equals("Internal", StringComparison.OrdinalIgnoreCase);
        var words = verdicts[0].Split([' ', ';', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words.Contains("dmarc=pass", StringComparer.OrdinalIgnoreCase) && words.Contains($"header.from={domain}", StringComparer.OrdinalIgnoreCase)
            && words.Contains("compauth=pass", StringComparer.OrdinalIgnoreCase) && !words.Contains("reason=130", StringComparer.OrdinalIgnoreCase)
            && !Array.Exists(words, static word => word.StartsWith("reason=0", StringComparison.OrdinalIgnoreCase) || word.StartsWith("reason=6", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Domains whose mail may count: those of the settings, else that of the mailbox.</summary>
    private static IReadOnlyList<string> Domains(GraphOptions options) => options.IntakeDomains.Count > 0 ? [.. options.IntakeDomains] : [options.IntakeMailbox[(options.IntakeMailbox.IndexOf('@', StringComparison.Ordinal) + 1)..]];

    // Without what is quoted, and as its reader sees it; a mail with everything hidden has none, and a person reads it.
    private static string OwnWords(Message mail)
    {
        var content = mail.UniqueBody?.Content is { } all ? all[..Math.Min(all.Length, MostHtml)] : "";
        var words = mail.UniqueBody?.ContentType == BodyType.Html ? HtmlMarkdown.Read(content).Text : content;
        return OutgoingText.Clean(words.ReplaceLineEndings("\n").Trim(), ChannelMessage.LongestText);
    }

    private static bool Same(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
