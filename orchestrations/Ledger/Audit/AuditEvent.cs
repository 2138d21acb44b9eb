namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>What somebody wants recorded.</summary>
/// <param name="CaseId">The chain it goes into.</param>
/// <param name="Key">Unique per happening in the case: an activity's idempotency key plus a word (<c>before</c>, <c>after</c>).</param>
/// <param name="Kind">What happened, from <see cref="AuditKinds"/>.</param>
/// <param name="Actor">Who did or decided: <c>helpdesk</c>, <c>model:gpt-4o@sha</c>, <c>person:objectId</c>, <c>policy</c>.</param>
/// <param name="Summary">One sentence for a reader. No ticket text, no secret.</param>
/// <param name="Facts">Named facts: target id, request-id, hashes, rule names, read-back. No ticket text, no secret.</param>
public sealed record AuditEvent(
    string CaseId,
    string Key,
    string Kind,
    string Actor,
    string Summary,
    IReadOnlyDictionary<string, string> Facts);
