using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Questions;

/// <summary>Whether a solution helped, as the requester says: asked once when a ticket is resolved, reminded once, and counted as unanswered after that.</summary>
public sealed class FeedbackStore(IRecordStore store, IAuditLog audit, PolicySet policy, TimeProvider time)
{
    private const int LongestComment = 1_000;

    private static readonly string Partition = Tenant.Partition("feedback");
    private static readonly string DuePartition = Tenant.Partition("feedback-due");

    /// <summary>Asks about a case that was just resolved; a repetition changes nothing.</summary>
    public async Task OpenAsync(CaseId caseId, CancellationToken cancellation)
    {
        var (now, rules) = (time.GetUtcNow(), policy.Questions.Feedback);
        if (!rules.IsAsked)
            return;
        var calendar = policy.Questions.Calendar;
        DateTimeOffset? remind = rules.RemindAfter > TimeSpan.Zero ? calendar.After(now, rules.RemindAfter) : null;
        var feedback = await store.UpdateAsync<Feedback>(
            Tables.Outcomes, Partition, caseId, before => before ?? new Feedback(caseId, now, remind, calendar.After(now, rules.AnswerWithin)), cancellation);
        foreach (var due in new[] { feedback.RemindAt, feedback.ExpiresAt }.OfType<DateTimeOffset>())
            await store.AddAsync(Tables.Outcomes, new Record(DuePartition, RowOf(due, caseId), "{}"), cancellation);
    }

    /// <summary>What is known of a case; null when no one was asked.</summary>
    public async Task<Feedback?> FindAsync(CaseId caseId, CancellationToken cancellation) =>
        (await store.ReadAsync<Feedback>(Tables.Outcomes, Partition, caseId, cancellation))?.Value;

    /// <summary>Records an answer. "It does not work" stays; "it works" may still become the other; stars and words may follow.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="isSolved">True when it helped; null when only stars or words are given.</param>
    /// <param name="rating">1 to 5; null = none.</param>
    /// <param name="comment">Redacted; null = none.</param>
    /// <param name="by">Who: <c>requester</c>, <c>link</c> or <c>person:objectId</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What counts now; null when no one was asked.</returns>
    public async Task<Feedback?> GiveAsync(CaseId caseId, bool? isSolved, int? rating, string? comment, string by, CancellationToken cancellation)
    {
        if (await FindAsync(caseId, cancellation) is null)
            return null;
        var after = await store.UpdateAsync<Feedback>(
            Tables.Outcomes, Partition, caseId,
            before => before! with
            {
                IsSolved = before.IsSolved == false ? false : isSolved ?? before.IsSolved,
                Rating = rating is >= 1 and <= 5 ? rating : before.Rating,
                Comment = string.IsNullOrWhiteSpace(comment) ? before.Comment : comment.Length <= LongestComment ? comment : comment[..LongestComment],
                AnsweredAt = before.AnsweredAt ?? time.GetUtcNow(),
            } is var changed && changed == before ? before : changed,
            cancellation);
        await audit.AppendAsync(
            new AuditEvent(
                caseId, string.Create(CultureInfo.InvariantCulture, $"feedback/{after.IsSolved}/{after.Rating}"), AuditKinds.FeedbackGiven, by, "The requester said whether it helped.",
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["solved"] = after.IsSolved switch { true => "yes", false => "no", null => "not said" },
                    ["rating"] = after.Rating?.ToString(CultureInfo.InvariantCulture) ?? "none",
                    ["comment"] = after.Comment is null ? "no" : "yes",
                }),
            cancellation);
        return after;
    }

    /// <summary>Notes that the reminder went out.</summary>
    public Task RemindedAsync(CaseId caseId, CancellationToken cancellation) =>
        store.UpdateAsync<Feedback>(Tables.Outcomes, Partition, caseId, before => before is { IsReminded: false } ? before with { IsReminded = true } : before!, cancellation);

    /// <summary>Cases whose reminder or end is due and that come after a row, oldest first.</summary>
    /// <param name="after">The last row that was dealt with; null = from the beginning.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async IAsyncEnumerable<(string Row, CaseId CaseId)> DueAsync(string? after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var record in store.QueryAsync(Tables.Outcomes, DuePartition, after, RowOf(time.GetUtcNow(), new CaseId("~")), cancellation))
        {
            if (record.Row != after)
                yield return (record.Row, new CaseId(record.Row[(record.Row.IndexOf('|', StringComparison.Ordinal) + 1)..]));
        }
    }

    private static string RowOf(DateTimeOffset due, CaseId caseId) => string.Create(CultureInfo.InvariantCulture, $"{due.UtcTicks:D19}|{caseId}");
}

/// <summary>Whether a solution helped.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="AskedAt">UTC.</param>
/// <param name="RemindAt">When the one reminder goes out, UTC; null = never.</param>
/// <param name="ExpiresAt">From when on it counts as unanswered, UTC.</param>
public sealed record Feedback(CaseId CaseId, DateTimeOffset AskedAt, DateTimeOffset? RemindAt, DateTimeOffset ExpiresAt)
{
    /// <summary>True when it helped; null when the person did not say.</summary>
    public bool? IsSolved { get; init; }

    /// <summary>1 to 5 stars; null = none.</summary>
    public int? Rating { get; init; }

    /// <summary>The person's own words, redacted; null = none.</summary>
    public string? Comment { get; init; }

    /// <summary>When it was answered first, UTC; null = not.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>True when the reminder went out.</summary>
    public bool IsReminded { get; init; }
}
