using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Questions;

/// <summary>What was said about a case over all channels, for people to read. One conversation a case; nothing is decided from it.</summary>
public sealed class Conversations(IRecordStore store, TimeProvider time)
{
    private const int Most = 40;
    private const int Longest = 2_000;

    /// <summary>Adds what was said, once per key.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="key">What makes it one saying: an idempotency key or the id of a message.</param>
    /// <param name="speaker">Who said it.</param>
    /// <param name="channel">Where: <c>ticket</c>, <c>page</c>, or the name of a channel.</param>
    /// <param name="text">Redacted.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task AddAsync(CaseId caseId, string key, Speaker speaker, string channel, string text, CancellationToken cancellation)
    {
        var said = new Saying(key, time.GetUtcNow(), speaker, channel, text.Length <= Longest ? text : text[..Longest]);
        return store.UpdateAsync<ConversationRecord>(
            Tables.Cases, PartitionOf(caseId), "all",
            before => before is null ? new ConversationRecord([said])
                : before.Said.Any(one => one.Key == key) ? before
                : new ConversationRecord([.. before.Said.Append(said).TakeLast(Most)]),
            cancellation);
    }

    /// <summary>What was said, oldest first; at most the newest 40.</summary>
    public async Task<IReadOnlyList<Saying>> OfAsync(CaseId caseId, CancellationToken cancellation) =>
        (await store.ReadAsync<ConversationRecord>(Tables.Cases, PartitionOf(caseId), "all", cancellation))?.Value.Said ?? [];

    private static string PartitionOf(CaseId caseId) => Tenant.Partition($"conversation|{caseId}");
}

/// <summary>One thing that was said.</summary>
/// <param name="Key">What makes it one saying.</param>
/// <param name="At">UTC.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Channel">Where.</param>
/// <param name="Text">Redacted. Untrusted text where a person said it.</param>
public sealed record Saying(string Key, DateTimeOffset At, Speaker Speaker, string Channel, string Text);

/// <summary>Who says something in a conversation.</summary>
public enum Speaker
{
    /// <summary>This program.</summary>
    HelpDesk,

    /// <summary>The requester.</summary>
    Requester,
}

/// <summary>The conversation of a case as it is kept.</summary>
internal sealed record ConversationRecord(IReadOnlyList<Saying> Said);
