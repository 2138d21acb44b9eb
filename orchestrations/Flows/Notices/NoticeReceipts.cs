using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Flows.Notices;

/// <summary>
/// Keeps one receipt per case, notice and channel. It is written before and after each post, so that an answer of the vendor is never asked
/// for twice, whatever stops in between.
/// </summary>
public sealed class NoticeReceipts(IRecordStore store, TimeProvider time)
{
    /// <summary>The receipt, made at the first call.</summary>
    public Task<NoticeReceipt> OpenAsync(NoticeKey key, CancellationToken cancellation) =>
        ChangeAsync(key, before => before ?? new NoticeReceipt(NoticeState.Waiting, time.GetUtcNow(), 0, time.GetUtcNow()), cancellation);

    /// <summary>Claims the next post: only one process may do it. Null when another was quicker.</summary>
    /// <param name="key">Which receipt.</param>
    /// <param name="read">As it was read.</param>
    /// <param name="until">When the claim ends by itself, because its process must have died, UTC.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<NoticeReceipt?> ClaimAsync(NoticeKey key, NoticeReceipt read, DateTimeOffset until, CancellationToken cancellation)
    {
        var isClaimed = false;
        var after = await ChangeAsync(
            key,
            before => (isClaimed = before == read) ? read with { State = NoticeState.Posting, Attempts = read.Attempts + 1, NextAt = until } : before!,
            cancellation);
        return isClaimed ? after : null;
    }

    /// <summary>Writes what the vendor answered. A delivery always counts; a failure only while its claim does.</summary>
    public Task<NoticeReceipt> AnswerAsync(NoticeKey key, NoticeReceipt claimed, NoticeReceipt answer, CancellationToken cancellation) =>
        ChangeAsync(key, before => before == claimed || answer.State == NoticeState.Delivered ? answer : before!, cancellation);

    /// <summary>Ends a receipt that was not delivered. A delivery that was recorded meanwhile wins.</summary>
    public Task<NoticeReceipt> EndAsync(NoticeKey key, NoticeState state, CancellationToken cancellation) =>
        ChangeAsync(key, before => before!.IsOver ? before : before with { State = state }, cancellation);

    private Task<NoticeReceipt> ChangeAsync(NoticeKey key, Func<NoticeReceipt?, NoticeReceipt> change, CancellationToken cancellation) =>
        store.UpdateAsync(Tables.Approvals, Tenant.Partition($"notices|{key.Notice.CaseId}"), key.Row, change, cancellation);
}

/// <summary>Which notice on which channel: what a receipt is about.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Channel">Id of the channel.</param>
public sealed record NoticeKey(NoticeReference Notice, string Channel)
{
    /// <summary>The receipt's row within its case.</summary>
    public string Row => $"{Notice.SubjectId}|{Notice.Kind}|{Channel}";

    /// <summary>The key that is given to the vendor: the same over all attempts.</summary>
    public string Text => $"{Notice.CaseId}|{Row}";
}

/// <summary>How far a notice has come on a channel.</summary>
/// <param name="State">Where it is.</param>
/// <param name="FirstAt">When it was first to be posted, UTC.</param>
/// <param name="Attempts">Posts that were begun.</param>
/// <param name="NextAt">No post begins before, UTC. While one is under way: when its process must have died.</param>
/// <param name="Problem">What the last failed post said; null when there was none. Never ticket text.</param>
/// <param name="IsRefused">True when another post would fail the same way.</param>
public sealed record NoticeReceipt(
    NoticeState State, DateTimeOffset FirstAt, int Attempts, DateTimeOffset NextAt, string? Problem = null, bool IsRefused = false)
{
    /// <summary>True when nothing more is done about it.</summary>
    public bool IsOver => State is NoticeState.Delivered or NoticeState.NotDelivered or NoticeState.NotNeeded;
}

/// <summary>Where a notice is on a channel.</summary>
public enum NoticeState
{
    /// <summary>To be posted.</summary>
    Waiting,

    /// <summary>A post is under way.</summary>
    Posting,

    /// <summary>The channel accepted it.</summary>
    Delivered,

    /// <summary>The channel was given up for this notice.</summary>
    NotDelivered,

    /// <summary>It was decided or collected before the notice could be posted.</summary>
    NotNeeded,
}
