using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Domain.Notifications;

/// <summary>
/// Where approvers and the service desk are reached, such as a Teams channel. A channel is one folder and one <c>AddX()</c>, which registers
/// this. It only posts: pacing, retries and receipts are the same for all channels.
/// </summary>
public interface INoticeChannel
{
    /// <summary>Its id, lower-case, such as <c>teams</c>. It is in histories and receipts: never change it.</summary>
    string Id { get; }

    /// <summary>Its name for people, such as <c>Teams</c>.</summary>
    string Name { get; }

    /// <summary>How fast and how long it may be tried.</summary>
    ChannelLimits Limits { get; }

    /// <summary>True when the channel delivers notices of that kind. Default: all that go to a group, and no letters to single persons.</summary>
    bool Takes(NoticeKind kind) => !NoticeKinds.IsLetter(kind);

    /// <summary>Posts a notice once. Returns when the channel has accepted it.</summary>
    /// <param name="notice">What to post.</param>
    /// <param name="key">The same over all attempts at this notice on this channel: for vendors that take an idempotency key.</param>
    /// <param name="cancellation">Cancelled after <see cref="ChannelLimits.PostWithin"/>.</param>
    /// <exception cref="VendorException">It was not delivered.</exception>
    Task PostAsync(Notice notice, string key, CancellationToken cancellation);

    /// <summary>A notice was not delivered in its time: health shows it from now on.</summary>
    void GaveUp();
}

/// <summary>How fast and how long a channel is tried. Each process keeps them for itself.</summary>
/// <param name="PostsAtOnce">Posts under way at the same time; from 1, usually 2.</param>
/// <param name="Gap">Least time between the beginnings of two posts.</param>
/// <param name="PostWithin">After so long a post counts as failed.</param>
/// <param name="Retry">How a failed post is repeated, and when the channel is given up for that notice.</param>
public sealed record ChannelLimits(int PostsAtOnce, TimeSpan Gap, TimeSpan PostWithin, RetryPolicy Retry)
{
    /// <summary>
    /// 2 s doubling to 4 minutes, for four hours. Chosen because a vendor outage of an hour must lose nothing, and because a failed call
    /// counts for 5 minutes in health, so that a channel that stays down stays visible.
    /// </summary>
    public static RetryPolicy PatientRetry { get; } = new(1_000, TimeSpan.FromSeconds(2), MaxDelay: TimeSpan.FromMinutes(4), GiveUpAfter: TimeSpan.FromHours(4));
}
