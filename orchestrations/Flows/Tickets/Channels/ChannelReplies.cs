using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Channels;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;
using HelpDesk.Orchestrations.Stages.Understanding;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>Answers a message where it was written, once. Who is not proven to be somebody gets no mail: the address may be a victim's.</summary>
public sealed class ChannelReplies(ChannelPosts channels, ChannelOutbox outbox, SenderLimits limits, WriterLanguage languages, ReplyLinks links, ILogger<ChannelReplies> log)
{
    /// <summary>Answers it.</summary>
    /// <param name="received">The message.</param>
    /// <param name="text">What is said; <c>{0}</c> is the number of the ticket.</param>
    /// <param name="record">The case that it is about; null when it is about none.</param>
    /// <param name="ticket">The ticket; null when there is none, or it is that of the case.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The channel cannot be reached now.</exception>
    public Task ReplyAsync(ReceivedMessage received, LocalizedText text, CaseRecord? record, (CaseId CaseId, string Number)? ticket, CancellationToken cancellation)
    {
        var language = LanguageOf(received, record);
        var about = record is { } known ? (known.CaseId, known.Ticket.Number) : ticket;
        var page = about is { } one ? new ChannelLink(ChannelTexts.Page.In(language), links.MyLinkFor(one.CaseId)) : null;
        return PostAsync(received, new ChannelPost($"{received.Key}/reply", received.Person?.Id, received.Message.Thread, text.In(language).Replace("{0}", about?.Number ?? "", StringComparison.Ordinal)) { Language = language, Page = page }, cancellation);
    }

    /// <summary>Says that a ticket was opened, and offers a person whose account is not confirmed yet to confirm it.</summary>
    /// <exception cref="VendorException">The channel cannot be reached now.</exception>
    public async Task OpenedAsync(ReceivedMessage received, CaseId caseId, string number, CancellationToken cancellation)
    {
        var language = LanguageOf(received, null);
        await PostAsync(
            received,
            new ChannelPost($"{received.Key}/reply", received.Person?.Id, received.Message.Thread, ChannelTexts.Opened.In(language).Replace("{0}", number, StringComparison.Ordinal))
            {
                Language = language,
                Page = new ChannelLink(ChannelTexts.Page.In(language), links.MyLinkFor(caseId)),
                Links = await links.ConnectAsync(received, cancellation) is { } connect ? [new ChannelLink(ChannelTexts.Connect.In(language), connect)] : [],
            },
            cancellation);
    }

    /// <summary>Answers it with a text that is in the person's language already.</summary>
    /// <exception cref="VendorException">The channel cannot be reached now.</exception>
    public Task SayAsync(ReceivedMessage received, string text, CancellationToken cancellation) =>
        PostAsync(received, new ChannelPost($"{received.Key}/reply", received.Person?.Id, received.Message.Thread, text) { Language = LanguageOf(received, null) }, cancellation);

    private async Task PostAsync(ReceivedMessage received, ChannelPost post, CancellationToken cancellation)
    {
        var message = received.Message;
        if ((message.Subject is not null && message.Sender.Proof == SenderProof.None) || channels.Find(message.Channel) is not { } channel)
            return;
        if (!await limits.AllowsAnswerAsync(received, cancellation))
            return;
        try
        {
            await outbox.PostAsync(channel, $"thread|{AuditHash.Of(message.Thread)}", post, cancellation);
        }
        catch (VendorException refusal) when (!refusal.IsRetryable)
        {
            // Blocked, left, or a permission is missing: the ticket and the page have everything, and an operator reads why.
            log.NotAnswered(channel.Title, refusal.Code, refusal.Message);
        }
    }

    private string LanguageOf(ReceivedMessage received, CaseRecord? record)
    {
        var written = received.Message.Text.Length > 0 ? languages.Of(received.Message.Text) : "und";
        var personal = received.Person?.Language is { Length: >= 2 } given ? given[..2].ToLowerInvariant() : null;
        return written is not "und" ? written : record?.Language ?? personal ?? "en";
    }
}

/// <summary>Log of answers on channels. Event ids 1370 to 1374.</summary>
internal static partial class ChannelRepliesLog
{
    [LoggerMessage(1370, LogLevel.Warning, "A message on {Channel} could not be answered there ({Code}): {Error}")]
    public static partial void NotAnswered(this ILogger logger, string channel, string code, string error);
}
