using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>The audit log: one insert-only hash chain per case.</summary>
public interface IAuditLog
{
    /// <summary>
    /// Appends an entry and returns when it is durable. The same <see cref="AuditEvent.Key"/> in the same case appends nothing
    /// a second time, so that a repeated activity leaves one entry.
    /// </summary>
    /// <exception cref="VendorException">The store cannot be reached; nothing may then be done that needs the entry.</exception>
    Task AppendAsync(AuditEvent entry, CancellationToken cancellation);

    /// <summary>The chain of a case, in order.</summary>
    IAsyncEnumerable<AuditEntry> ReadAsync(CaseId caseId, CancellationToken cancellation);

    /// <summary>Appends an entry and says whether it was this call that did.</summary>
    /// <returns>False when the chain has an entry of that key already.</returns>
    /// <exception cref="VendorException">The store cannot be reached; nothing may then be done that needs the entry.</exception>
    Task<bool> TryAppendAsync(AuditEvent entry, CancellationToken cancellation);

    /// <summary>The entry of a key in a case as it is stored; null when there is none. Whether it is genuine, its signature says.</summary>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    /// <exception cref="AuditDamagedException">What is stored there is not an entry of this log.</exception>
    Task<AuditEntry?> FindAsync(CaseId caseId, string key, CancellationToken cancellation);

    /// <summary>The entries of a case behind a sequence, in order.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="sequence">The last one that is known; 0 for all.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="AuditDamagedException">What is stored there is not an entry of this log.</exception>
    IAsyncEnumerable<AuditEntry> ReadAfterAsync(CaseId caseId, long sequence, CancellationToken cancellation);
}

/// <summary>An entry as it is in the chain.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Event">What was recorded.</param>
/// <param name="PreviousHash">Hash of the entry before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 over the canonical JSON of everything above, lower-case hex.</param>
public sealed record AuditEntry(long Sequence, DateTimeOffset At, AuditEvent Event, string PreviousHash, string Hash);

/// <summary>What somebody wants recorded.</summary>
/// <param name="CaseId">The chain it goes into.</param>
/// <param name="Key">Unique per happening in the case: an activity's idempotency key plus a word (<c>before</c>, <c>after</c>).</param>
/// <param name="Kind">What happened, from <see cref="AuditKinds"/>.</param>
/// <param name="Actor">Who did or decided: <c>helpdesk</c>, <c>model:gpt-4o@sha</c>, <c>person:objectId</c>, <c>policy</c>.</param>
/// <param name="Summary">One sentence for a reader. No ticket text, no secret.</param>
/// <param name="Facts">Named facts: target id, request-id, hashes, rule names, read-back. No ticket text, no secret.</param>
public sealed record AuditEvent(
    CaseId CaseId,
    string Key,
    string Kind,
    string Actor,
    string Summary,
    IReadOnlyDictionary<string, string> Facts);
