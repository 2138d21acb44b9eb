using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Questions;

namespace HelpDesk.Orchestrations.Stages.Conversation.Channels;

/// <summary>Says something to the requester of a case: in the ticket, on their own page and on every channel that reaches them.</summary>
public sealed class ConversationService(TicketWrites writes, IEnumerable<IConversationChannel> channels, Conversations said, PersonLinks links)
{
    /// <summary>The name of the ticket in a conversation.</summary>
    public const string Ticket = "ticket";

    /// <summary>The name of the requester's own page in a conversation.</summary>
    public const string Page = "page";

    /// <summary>Says it, once per key. What a channel beside the ticket does not take is in the result's problem and stops nothing.</summary>
    /// <param name="record">The case.</param>
    /// <param name="text">The whole message.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="question">The question that it asks; null when it asks none.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The ticket system cannot be reached; retryable.</exception>
    public async Task<TicketWritten> TellAsync(CaseRecord record, string text, string key, CaseQuestion? question, CancellationToken cancellation)
    {
        var written = await writes.TellAsync(record, text, key, cancellation);
        await said.AddAsync(record.CaseId, key, Speaker.HelpDesk, Ticket, text, cancellation);
        if (record.RequesterId is not { } person)
            return written;
        foreach (var channel in channels)
        {
            var post = new ConversationPost(record.CaseId, person, key, question?.Language ?? record.Language ?? "en", text, links.MyLinkFor(record.CaseId), question);
            try
            {
                await channel.PostAsync(post, cancellation);
            }
            catch (VendorException fault)
            {
                // The ticket and the page have it; a chat that is away for a day must not hold up the case.
                written = written with { Undelivered = [.. written.Undelivered, $"{channel.Name}: {fault.Message}"] };
            }
        }

        return written;
    }
}
