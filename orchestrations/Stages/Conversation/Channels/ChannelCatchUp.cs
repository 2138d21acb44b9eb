using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Channels;

namespace HelpDesk.Orchestrations.Stages.Conversation.Channels;

/// <summary>Posts what a channel did not take while it was away, in its order. A channel that is still away is left alone until the next run.</summary>
public sealed class ChannelCatchUp(ChannelPosts channels, ChannelOutbox outbox, ChannelThreads threads, OwedPosts owed, CaseStore caseStore)
{
    /// <summary>Posts what is owed.</summary>
    /// <returns>How many messages were posted.</returns>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var posted = 0;
        HashSet<string> away = new(StringComparer.Ordinal);
        await foreach (var (row, message) in owed.AllAsync(cancellation))
        {
            if (away.Contains(message.Channel) || message.Post is not { } post || !await owed.TakeAsync(row, cancellation))
                continue;
            if (channels.Find(message.Channel) is { } channel)
            {
                try
                {
                    if (await outbox.PostAsync(channel, message.CaseId, post, cancellation) is { } there)
                    {
                        posted++;
                        await DeliveredAsync(message.CaseId, channel.Title, cancellation);
                        if (post.Thread is null)
                            await threads.TieAsync(message.CaseId, channel.Name, there.Thread, post.PersonId, cancellation);
                    }
                }
                catch (VendorException fault) when (fault.IsRetryable)
                {
                    away.Add(message.Channel);
                    await owed.ReturnAsync(row, cancellation);
                    continue;
                }
                catch (VendorException)
                {
                    // The channel refuses it for good: the ticket and the page have it.
                }
            }

            await owed.EndAsync(row, cancellation);
        }

        return posted;
    }

    // What was posted late was delivered: the case does not list the channel any more.
    private async Task DeliveredAsync(CaseId caseId, string channel, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(caseId, cancellation) is { } record && record.Undelivered.Any(IsOfChannel))
            await caseStore.UpdateAsync(caseId, before => before with { Undelivered = [.. before.Undelivered.Where(line => !IsOfChannel(line))] }, cancellation);

        bool IsOfChannel(string line) => line.StartsWith($"{channel}: ", StringComparison.Ordinal);
    }
}
