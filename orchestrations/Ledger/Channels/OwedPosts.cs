using System.Globalization;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Channels;

/// <summary>Messages that a channel did not take because it was away, until it takes them. After a day they are not posted any more: the ticket has them.</summary>
public sealed class OwedPosts(IRecordStore store, TimeProvider time)
{
    private const string TimeFormat = "yyyyMMddHHmmssfff";

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    // Longer than a post takes; a run that ended in between leaves it to the next.
    private static readonly TimeSpan TakenFor = TimeSpan.FromMinutes(2);

    private static readonly string Partition = Tenant.Partition("channel-owed");

    /// <summary>Keeps one. A repetition within the same moment changes nothing; a message that was posted meanwhile is not posted again.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public Task KeepAsync(string channel, CaseId caseId, ChannelPost post, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var row = $"{TimeOf(now)}|{AuditHash.Of($"{channel}\n{post.Key}")}";
        return store.UpdateAsync<OwedPost>(Tables.Cases, Partition, row, before => before ?? new OwedPost(channel, caseId, post), cancellation);
    }

    /// <summary>Those of the last day that wait, oldest first.</summary>
    public async IAsyncEnumerable<(string Row, OwedPost Owed)> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Cases, Partition, TimeOf(time.GetUtcNow() - KeptFor), null, cancellation))
        {
            if (DurableJson.Read<OwedPost>(record.Json) is { Post: not null } owed)
                yield return (record.Row, owed);
        }
    }

    /// <summary>Takes one for two minutes, so that two runs at the same time do not both post it.</summary>
    /// <returns>False when another run has it, or it is no longer owed.</returns>
    public async Task<bool> TakeAsync(string row, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await store.GetAsync(Tables.Cases, Partition, row, cancellation) is not { } record || DurableJson.Read<OwedPost>(record.Json) is not { Post: not null } owed || owed.TakenUntil > now)
            return false;
        // Only one of two runs replaces what both have read.
        return await store.ReplaceAsync(Tables.Cases, record with { Json = DurableJson.Write(owed with { TakenUntil = now + TakenFor }) }, cancellation) is not null;
    }

    /// <summary>Gives one back that could not be posted yet.</summary>
    public Task ReturnAsync(string row, CancellationToken cancellation) =>
        store.UpdateAsync<OwedPost>(Tables.Cases, Partition, row, static before => before! with { TakenUntil = null }, cancellation);

    /// <summary>Empties one that was posted, or need not be any more.</summary>
    public Task EndAsync(string row, CancellationToken cancellation) =>
        store.UpdateAsync<OwedPost>(Tables.Cases, Partition, row, static before => before! with { Post = null }, cancellation);

    private static string TimeOf(DateTimeOffset moment) => moment.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
}

/// <summary>A message that a channel did not take.</summary>
/// <param name="Channel">Name of the channel.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Post">The message; null once it was posted or is not needed.</param>
public sealed record OwedPost(string Channel, CaseId CaseId, ChannelPost? Post)
{
    /// <summary>Until when a run that posts it has it to itself; null when none does.</summary>
    public DateTimeOffset? TakenUntil { get; init; }
}
