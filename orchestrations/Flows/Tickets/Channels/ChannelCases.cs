using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Channels;
using HelpDesk.Orchestrations.Ledger.Questions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>
/// Finds the case that a message is about. A mail thread or a reply belongs to its case; in a chat, which has one thread for everything, a question that
/// waits is answered first, and what is written soon after belongs to what was said before.
/// </summary>
public sealed class ChannelCases(ChannelThreads threads, CaseStore caseStore, Conversations said, IOptions<ChannelOptions> options, TimeProvider time)
{
    /// <summary>The case, as far as there is one.</summary>
    public async Task<FoundCase> FindAsync(ReceivedMessage received, CancellationToken cancellation)
    {
        var message = received.Message;
        FoundCase? first = null;
        foreach (var tie in await threads.OfThreadAsync(message.Channel, message.Thread, cancellation))
        {
            if (await caseStore.FindAsync(tie.CaseId, cancellation) is not { } record)
                continue;
            // Who is copied in, or got the mail forwarded, is not the requester.
            if (!Is(received, tie.Person, record))
                first ??= message.IsThreaded ? new FoundCase(record, IsHijacked: true) : null;
            else if (record.OpenQuestion is not null)
                return new FoundCase(record, false);
            else if (message.IsThreaded || await IsRecentAsync(tie, cancellation))
                first ??= new FoundCase(record, false);
        }

        return first ?? new FoundCase(null, false);
    }

    private static bool Is(ReceivedMessage received, string? person, CaseRecord record) => received.Person is { } writer
        ? string.Equals(writer.Id, record.RequesterId ?? person, StringComparison.OrdinalIgnoreCase)
        : record.RequesterId is null && person is not null && string.Equals(person, received.Message.Sender.Address, StringComparison.OrdinalIgnoreCase);

    private async Task<bool> IsRecentAsync(CaseOfThread tie, CancellationToken cancellation)
    {
        var last = (await said.OfAsync(tie.CaseId, cancellation)) is [.., var saying] ? saying.At : tie.At;
        return time.GetUtcNow() - (last > tie.At ? last : tie.At) <= options.Value.ContinueWithin;
    }
}

/// <summary>The case that a message is about.</summary>
/// <param name="Record">The case; null when it is a new matter.</param>
/// <param name="IsHijacked">True when somebody else than its requester wrote in its thread.</param>
public sealed record FoundCase(CaseRecord? Record, bool IsHijacked);
