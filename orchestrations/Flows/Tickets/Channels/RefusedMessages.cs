using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Ledger.Channels;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>What a message of a channel says that was not taken in, so that an operator can help who wrote it. Redacted like a ticket, cut, and without who wrote it.</summary>
public sealed class RefusedMessages(ChannelInbox inbox, OwnWords words)
{
    private const int Longest = 1_000;

    /// <summary>The words; null when the key is of no message that is kept.</summary>
    /// <param name="key">Key of the message, which is the id of its dead letter.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<RefusedMessage?> FindAsync(string key, CancellationToken cancellation)
    {
        if (await inbox.FindAsync(key, cancellation) is not { } message)
            return null;
        var text = words.Of(message.Subject is { Length: > 0 } subject ? $"{subject}\n{message.Text}" : message.Text).Trim();
        return new RefusedMessage(message.Channel, text.Length <= Longest ? text : $"{text[..Longest]}…", message.SentAt);
    }
}

/// <summary>A message that was not taken in.</summary>
/// <param name="Channel">Name of the channel.</param>
/// <param name="Words">The person's words, redacted; empty for a button. Untrusted text.</param>
/// <param name="SentAt">By the channel's clock, UTC.</param>
public sealed record RefusedMessage(string Channel, string Words, DateTimeOffset SentAt);
