using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Notices;

/// <summary>
/// Posts one notice on one channel, or says when to call it again. It never waits for the channel, so that one that hangs holds no slot of the
/// engine. All calls for one notice and channel share a receipt and an idempotency key.
/// </summary>
public sealed class PostNotice(
    ChannelOutboxes outboxes, NoticeReceipts receipts, IEnumerable<INoticeSource> sources, UndeliveredNotices undelivered, TimeProvider time)
    : Activity<PostNotice.Input, PostNotice.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<PostNotice>("post-notice");

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, Input input)
    {
        var (key, cancellation) = (new NoticeKey(input.Notice, input.Channel), context.Cancellation);
        var receipt = await receipts.OpenAsync(key, cancellation);
        if (receipt.IsOver)
            return new Result(receipt.State, null);
        if (outboxes.Find(input.Channel) is not { } outbox)
            return await GiveUpAsync(key, null, "The channel is not connected any more.", cancellation);
        if (!outbox.Channel.Takes(input.Notice.Kind))
            return new Result((await receipts.EndAsync(key, NoticeState.NotNeeded, cancellation)).State, null);
        if (await outbox.UnderWayUntilAsync(key, cancellation) is { } underWay)
            return new Result(NoticeState.Posting, underWay);

        receipt = await receipts.OpenAsync(key, cancellation);
        if (receipt.IsOver)
            return new Result(receipt.State, null);
        if (await sources.Single(source => source.Builds(input.Notice.Kind)).BuildAsync(input.Notice, cancellation) is not { } notice)
            return new Result((await receipts.EndAsync(key, NoticeState.NotNeeded, cancellation)).State, null);
        return await PostAsync(outbox, key, receipt, notice, cancellation);
    }

    private async Task<Result> PostAsync(ChannelOutbox outbox, NoticeKey key, NoticeReceipt receipt, Notice notice, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // Of a process that died, or of another one that posts right now.
        if (receipt.State == NoticeState.Posting && receipt.NextAt > now)
            return new Result(receipt.State, receipt.NextAt);
        var last = LastMoment(outbox.Channel.Limits, receipt, notice);
        if (receipt.IsRefused || now >= last || receipt.NextAt >= last)
            return await GiveUpAsync(key, outbox.Channel, receipt.Problem ?? $"{outbox.Channel.Name} took no posts in time.", cancellation);
        if (receipt.NextAt > now)
            return new Result(receipt.State, receipt.NextAt);

        var comeBackAt = await outbox.BeginAsync(key, receipt, notice, cancellation);
        receipt = await receipts.OpenAsync(key, cancellation);
        // A refusal is recorded by this same call; nothing would change by waiting.
        return receipt.IsOver ? new Result(receipt.State, null)
            : receipt.IsRefused ? await GiveUpAsync(key, outbox.Channel, receipt.Problem!, cancellation)
            : new Result(receipt.State, receipt.State == NoticeState.Waiting && receipt.NextAt > comeBackAt ? receipt.NextAt : comeBackAt);
    }

    private async Task<Result> GiveUpAsync(NoticeKey key, INoticeChannel? channel, string why, CancellationToken cancellation)
    {
        await undelivered.RecordAsync(key, channel, why, cancellation);
        return new Result((await receipts.EndAsync(key, NoticeState.NotDelivered, cancellation)).State, null);
    }

    private static DateTimeOffset LastMoment(ChannelLimits limits, NoticeReceipt receipt, Notice notice)
    {
        var useful = notice.UsefulUntil ?? notice.ExpiresAt;
        return limits.Retry.GiveUpAfter is { } patience && receipt.FirstAt + patience < useful ? receipt.FirstAt + patience : useful;
    }

    /// <summary>What <see cref="PostNotice"/> takes.</summary>
    /// <param name="Notice">Which notice.</param>
    /// <param name="Channel">Id of the channel.</param>
    public sealed record Input(NoticeReference Notice, string Channel);

    /// <summary>What <see cref="PostNotice"/> gives.</summary>
    /// <param name="State">Where the notice is on the channel.</param>
    /// <param name="TryAgainAt">When to call it again, UTC; null when nothing more is to be done.</param>
    public sealed record Result(NoticeState State, DateTimeOffset? TryAgainAt);
}
