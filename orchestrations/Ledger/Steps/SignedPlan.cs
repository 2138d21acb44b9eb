using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Steps;

/// <summary>
/// What the signed audit entries of a case say of where a plan comes from: from a ticket, a requester and a triage that each have a signed entry of
/// their own. So neither a kept result nor a history that a person wrote puts another requester or another plan under a case.
/// </summary>
public static class SignedPlan
{
    /// <summary>The fact of a planned entry with the hash of the plan.</summary>
    public const string HashFact = "plan-hash";

    /// <summary>The fact of a received entry with the version of the ticket's snapshot.</summary>
    public const string SnapshotFact = "snapshot";

    /// <summary>The fact of an enriched entry with the version of the requester's snapshot.</summary>
    public const string PeopleFact = "people";

    /// <summary>The fact with the version of the ticket's snapshot that was worked with.</summary>
    public const string TicketFact = "from-ticket";

    /// <summary>The fact of a planned entry with the case whose ticket, requester and triage it was made of; absent when that is its own case.</summary>
    public const string CaseFact = "action-of";

    private const string RequesterFact = "from-people";
    private const string TriageFact = "from-triage";

    /// <summary>Writes for the entry of a plan what it was made of.</summary>
    /// <param name="facts">The entry's facts.</param>
    /// <param name="ticket">The ticket's snapshot.</param>
    /// <param name="requester">The requester's snapshot.</param>
    /// <param name="triage">What triage said.</param>
    public static void Note(Dictionary<string, string> facts, ContextReference ticket, ContextReference requester, TriageFacts triage)
    {
        facts[TicketFact] = ticket.Version;
        facts[RequesterFact] = requester.Version;
        facts[TriageFact] = SignedTriage.DigestOf(triage);
    }

    /// <summary>Where a plan comes from, by the signed entries of its case.</summary>
    /// <param name="entries">The chain of the case; no signature of it needs to have been checked.</param>
    /// <param name="planHash">The hash of the plan.</param>
    /// <param name="seals">Checks signatures.</param>
    /// <param name="readOther">Reads the chain of another case, for a plan that was made of what is signed there.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The key or the log cannot be reached.</exception>
    public static async Task<PlanOrigin> OriginAsync(
        IReadOnlyList<AuditEvent> entries, PlanHash planHash, AuditSeals seals, Func<CaseId, Task<IReadOnlyList<AuditEvent>>> readOther, CancellationToken cancellation)
    {
        var why = "No signed audit entry says that HelpDesk made this plan.";
        var triages = new List<TriageFacts>();
        foreach (var planned in entries.Where(entry => Has(entry, AuditKinds.Planned, (HashFact, planHash))))
        {
            if (!await seals.IsGenuineAsync(planned, cancellation))
                continue;
            // What is made without a ticket says itself who asked: an undo its operator, "this was not me" its case.
            if (!planned.Facts.TryGetValue(TicketFact, out var ticket))
                return new PlanOrigin(null, []);
            var from = planned.Facts.TryGetValue(CaseFact, out var other) ? await readOther(new CaseId(other)) : entries;
            // Who asks was found out once; the ticket may have been read again since, with the answer to a question.
            if (await FindAsync(from, AuditKinds.Received, (SnapshotFact, ticket)) is not null
                && await FindAsync(from, AuditKinds.Enriched, (PeopleFact, planned.Facts[RequesterFact])) is { } enriched
                && await FindAsync(from, AuditKinds.Received, (SnapshotFact, enriched.Facts.GetValueOrDefault(TicketFact, ""))) is not null
                && await FindAsync(from, AuditKinds.Triaged, (SignedTriage.DigestFact, planned.Facts[TriageFact]), (TicketFact, ticket)) is { } triaged)
            {
                if (SignedTriage.Read(triaged) is { } said)
                    triages.Insert(0, said);
                continue;
            }

            why = "This plan was not made of the ticket, the requester and the triage that are signed.";
        }

        return new PlanOrigin(triages.Count > 0 ? null : why, triages);

        async Task<AuditEvent?> FindAsync(IReadOnlyList<AuditEvent> chain, string kind, params (string Fact, string Value)[] facts)
        {
            foreach (var entry in chain.Where(entry => Has(entry, kind, facts)))
            {
                if (await seals.IsGenuineAsync(entry, cancellation))
                    return entry;
            }

            return null;
        }
    }

    private static bool Has(AuditEvent entry, string kind, params ReadOnlySpan<(string Fact, string Value)> facts)
    {
        foreach (var (fact, value) in facts)
        {
            if (entry.Facts.GetValueOrDefault(fact) != value)
                return false;
        }

        return entry.Kind == kind;
    }
}

/// <summary>Where a plan comes from.</summary>
/// <param name="WhyNot">Why it is not one that HelpDesk made in its case; null when it is.</param>
/// <param name="Triages">What triage said when it was made, the newest first: an answer of the requester may lead to the same plan. Empty for a plan without a ticket.</param>
public sealed record PlanOrigin(string? WhyNot, IReadOnlyList<TriageFacts> Triages);
