using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>Puts what a requester wrote on a channel where everybody sees it: in the conversation, on the open case and in the ticket itself.</summary>
public sealed class ChannelAdditions(Conversations said, CaseStore caseStore, TicketSystems systems, ChannelReplies replies, TimeProvider time)
{
    private const int MostComments = 20;

    private static readonly LocalizedText Wrote = LocalizedText.Of(
        "{0} wrote on {1}:", "{0} schrieb über {1}:", "{0} escribió por {1}:", "{0} a écrit sur {1} :");

    /// <summary>Adds it, once per message, and answers.</summary>
    /// <param name="record">The case.</param>
    /// <param name="received">The message.</param>
    /// <param name="own">The person's own words, redacted.</param>
    /// <param name="answer">What they are answered; null = nothing.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The ticket system or the channel cannot be reached now.</exception>
    public async Task<ChannelMeaning?> AddAsync(CaseRecord record, ReceivedMessage received, string own, LocalizedText? answer, CancellationToken cancellation)
    {
        var (message, now) = (received.Message, time.GetUtcNow());
        await said.AddAsync(record.CaseId, received.Key, Speaker.Requester, message.Channel, own, cancellation);
        await caseStore.UpdateAsync(
            record.CaseId,
            before => before.Comments.Any(comment => comment.Id == received.Key) ? before
                : before with { Comments = [.. before.Comments.Append(new CaseComment(received.Key, message.SentAt, now, IsRequester: true, own)).TakeLast(MostComments)] },
            cancellation);
        var line = Wrote.In(record.Language).Replace("{0}", record.RequesterName ?? "?", StringComparison.Ordinal).Replace("{1}", message.Channel, StringComparison.Ordinal);
        await systems.Get(record.Ticket.System).CommentAsync(record.Ticket.ExternalId, $"{line}\n\n{FileLines.Under(own, message.Files, record.Language)}", $"{received.Key}/added", cancellation);
        if (answer is not null)
            await replies.ReplyAsync(received, answer, record, null, cancellation);
        return ChannelMeaning.Addition;
    }
}
