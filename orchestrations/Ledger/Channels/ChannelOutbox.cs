using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Channels;

/// <summary>
/// Posts a message once per key and channel, and remembers where it is, so that its buttons can be taken off when they do nothing any more. One
/// post may be repeated: the one whose answer was lost because the process stopped before it was written.
/// </summary>
public sealed class ChannelOutbox(IRecordStore store)
{
    /// <summary>Posts it.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="scope">The case, or what the message is about; its posts are found together.</param>
    /// <param name="post">The message.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Where it is; null when the person cannot be reached there.</returns>
    /// <exception cref="VendorException">The channel refuses it or cannot be reached.</exception>
    public async Task<ChannelPosted?> PostAsync(IConversationChannel channel, string scope, ChannelPost post, CancellationToken cancellation)
    {
        var (partition, row) = (PartitionOf(scope, channel.Name), RowOf(post.Key));
        if ((await store.ReadAsync<ChannelReceipt>(Tables.Cases, partition, row, cancellation))?.Value is { } receipt)
            return receipt.Posted;
        var posted = await channel.PostAsync(post, cancellation);
        await store.UpdateAsync<ChannelReceipt>(Tables.Cases, partition, row, before => before ?? new ChannelReceipt(post, posted, false), cancellation);
        return posted;
    }

    /// <summary>Takes the buttons off everything that was posted with them under a scope, and shows how it ended where the message says so.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="scope">The case.</param>
    /// <param name="result">What stands there instead, by the language of the message.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The channel refuses it or cannot be reached.</exception>
    public async Task CloseAsync(IConversationChannel channel, string scope, Func<ChannelPost, string?> result, CancellationToken cancellation)
    {
        var partition = PartitionOf(scope, channel.Name);
        await foreach (var record in store.QueryAsync(Tables.Cases, partition, null, null, cancellation))
        {
            if (DurableJson.Read<ChannelReceipt>(record.Json) is not { IsClosed: false, Posted: { } posted, Post: { } post } || (post.Buttons.Count == 0 && !post.ShowsEnd) || result(post) is not { } text)
                continue;
            await channel.CloseAsync(posted, post, text, cancellation);
            await store.UpdateAsync<ChannelReceipt>(Tables.Cases, partition, record.Row, static before => before! with { IsClosed = true }, cancellation);
        }
    }

    /// <summary>The message that holds a button; null when it is not known.</summary>
    public async Task<ChannelPost?> WithButtonAsync(string channel, string scope, string token, CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Cases, PartitionOf(scope, channel), null, null, cancellation))
        {
            if (DurableJson.Read<ChannelReceipt>(record.Json).Post is { } post && post.Buttons.Append(post.Input?.Button).Any(button => string.Equals(button?.Token, token, StringComparison.Ordinal)))
                return post;
        }

        return null;
    }

    private static string PartitionOf(string scope, string channel) => Tenant.Partition($"posts|{channel}|{scope}");

    private static string RowOf(string key) => AuditHash.Of(key);
}

/// <summary>A message that was posted, and where.</summary>
internal sealed record ChannelReceipt(ChannelPost Post, ChannelPosted? Posted, bool IsClosed);
