using System.Collections.Concurrent;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Notices;

/// <summary>
/// Posts the notices of one channel in its own slots and at its own rate. A post that takes time goes on by itself while its activity has
/// long returned; its answer is written into the receipt as soon as it is there.
/// </summary>
public sealed class ChannelOutbox(INoticeChannel channel, NoticeReceipts receipts, TimeProvider time)
{
    // What a process that lives needs to write an answer down, after the post itself.
    private static readonly TimeSpan WriteWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPoll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(30);

    private readonly ChannelSlots _slots = new(channel.Limits, time);
    private readonly ConcurrentDictionary<string, Post> _posts = new(StringComparer.Ordinal);

    /// <summary>The channel.</summary>
    public INoticeChannel Channel => channel;

    /// <summary>
    /// When to ask again about a post of this process that is under way; null when there is none. An answer that the store did not take
    /// is written here again.
    /// </summary>
    public async Task<DateTimeOffset?> UnderWayUntilAsync(NoticeKey key, CancellationToken cancellation)
    {
        if (!_posts.TryGetValue(key.Text, out var post))
            return null;
        // One that went on beyond its claim is left to its slot; the receipt decides what becomes of the notice.
        if (post.Answer is null)
            return time.GetUtcNow() < post.Claimed.NextAt ? ComeBack(post.Since) : null;
        await RecordAsync(key, post, cancellation);
        return null;
    }

    /// <summary>Begins a post if the channel has room and the claim is won; gives when to come back.</summary>
    public async Task<DateTimeOffset> BeginAsync(NoticeKey key, NoticeReceipt receipt, Notice notice, CancellationToken cancellation)
    {
        if (!_slots.TryEnter(key.Text, out var comeBackAt))
            return comeBackAt;
        Post? post = null;
        try
        {
            var now = time.GetUtcNow();
            if (await receipts.ClaimAsync(key, receipt, now + channel.Limits.PostWithin + WriteWithin, cancellation) is not { } claimed)
                return now + FirstPoll;
            post = new Post(claimed, now);
            _posts[key.Text] = post;
        }
        finally
        {
            if (post is null)
                _slots.Leave(key.Text);
        }

        // Not awaited: a channel that hangs must not hold the caller.
        var posting = PostAsync(key, post, notice);
        return posting.IsCompleted ? time.GetUtcNow() : ComeBack(post.Since);
    }

    private async Task PostAsync(NoticeKey key, Post post, Notice notice)
    {
        post.Answer = await AnswerAsync(key, post.Claimed, notice);
        _slots.Leave(key.Text);
        try
        {
            await RecordAsync(key, post, CancellationToken.None);
        }
        catch (VendorException)
        {
            // The store is away: the next call of the activity writes the answer, which is kept until then.
        }
    }

    private async Task<NoticeReceipt> AnswerAsync(NoticeKey key, NoticeReceipt claimed, Notice notice)
    {
        using var within = new CancellationTokenSource(channel.Limits.PostWithin, time);
        try
        {
            await channel.PostAsync(notice, key.Text, within.Token);
            return claimed with { State = NoticeState.Delivered, Problem = null };
        }
        catch (VendorException error)
        {
            if (error.RetryAfter is { } wish)
                _slots.PauseUntil(time.GetUtcNow() + wish);
            return Failed(claimed, error.Message, error.IsRetryable, error.RetryAfter);
        }
        catch (OperationCanceledException)
        {
            return Failed(claimed, $"{channel.Name} did not answer in time.", isRetryable: true, null);
        }
        catch (Exception defect)
        {
            return Failed(claimed, ErrorText.Of(defect).Message, isRetryable: false, null);
        }
    }

    private NoticeReceipt Failed(NoticeReceipt claimed, string problem, bool isRetryable, TimeSpan? retryAfter) => claimed with
    {
        State = NoticeState.Waiting,
        NextAt = time.GetUtcNow() + channel.Limits.Retry.DelayAfter(claimed.Attempts, retryAfter),
        Problem = problem,
        IsRefused = !isRetryable || claimed.Attempts >= channel.Limits.Retry.MaxAttempts,
    };

    private async Task RecordAsync(NoticeKey key, Post post, CancellationToken cancellation)
    {
        await receipts.AnswerAsync(key, post.Claimed, post.Answer!, cancellation);
        _posts.TryRemove(KeyValuePair.Create(key.Text, post));
    }

    // The longer it takes, the less often it is asked about.
    private DateTimeOffset ComeBack(DateTimeOffset since)
    {
        var now = time.GetUtcNow();
        return now + TimeSpan.FromTicks(Math.Clamp((now - since).Ticks, FirstPoll.Ticks, LongestPoll.Ticks));
    }

    private sealed class Post(NoticeReceipt claimed, DateTimeOffset since)
    {
        private volatile NoticeReceipt? _answer;

        public NoticeReceipt Claimed => claimed;

        public DateTimeOffset Since => since;

        public NoticeReceipt? Answer
        {
            get => _answer;
            set => _answer = value;
        }
    }
}
