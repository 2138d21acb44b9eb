using HelpDesk.Orchestrations.Domain.Notifications;

namespace HelpDesk.Orchestrations.Flows.Notices;

/// <summary>The outboxes of all channels that are connected.</summary>
public sealed class ChannelOutboxes(IEnumerable<INoticeChannel> channels, NoticeReceipts receipts, TimeProvider time)
{
    private readonly Dictionary<string, ChannelOutbox> _outboxes =
        channels.ToDictionary(channel => channel.Id, channel => new ChannelOutbox(channel, receipts, time), StringComparer.Ordinal);

    /// <summary>Ids of the channels, in order.</summary>
    public IReadOnlyList<string> Ids => [.. _outboxes.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The outbox of a channel; null when it is not connected any more.</summary>
    public ChannelOutbox? Find(string channelId) => _outboxes.GetValueOrDefault(channelId);
}
