using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Decides for each notice to approvers whether it is a card of its own, the digest of this quarter of an hour, or none.</summary>
public sealed class CardLimits(IRecordStore store, PolicySet policy, TimeProvider time)
{
    private const int QuarterMinutes = 15;

    /// <summary>What a notice becomes; the same at every attempt to post it in the same quarter of an hour.</summary>
    public async Task<CardKind> OfAsync(string noticeId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var cards = Tenant.Partition($"cards|{now.ToString("yyyyMMddHH", CultureInfo.InvariantCulture)}");
        if (await store.GetAsync(Tables.Flags, cards, noticeId, cancellation) is not null)
            return CardKind.Own;
        var posted = 0;
        await foreach (var _ in store.QueryAsync(Tables.Flags, cards, null, null, cancellation))
        {
            if (++posted >= policy.Budgets.CardsPerHour)
                return await IsDigestAsync(noticeId, now, cancellation) ? CardKind.Digest : CardKind.None;
        }

        await store.AddAsync(Tables.Flags, new Record(cards, noticeId, "{}"), cancellation);
        return CardKind.Own;
    }

    private async Task<bool> IsDigestAsync(string noticeId, DateTime now, CancellationToken cancellation)
    {
        var quarter = string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMddHH}{now.Minute / QuarterMinutes}");
        return (await store.UpdateAsync<DigestPlace>(Tables.Flags, Tenant.Partition("digests"), quarter, before => before ?? new DigestPlace(noticeId), cancellation)).NoticeId == noticeId;
    }
}

/// <summary>What a notice to approvers becomes.</summary>
public enum CardKind
{
    /// <summary>A card of its own.</summary>
    Own,

    /// <summary>The one card that says how many approvals wait.</summary>
    Digest,

    /// <summary>No card: a digest says it.</summary>
    None,
}

/// <summary>Which notice is the digest of a quarter of an hour.</summary>
/// <param name="NoticeId">The notice.</param>
internal sealed record DigestPlace(string NoticeId);
