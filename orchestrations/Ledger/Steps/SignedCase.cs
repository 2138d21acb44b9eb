using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Ledger.Steps;

/// <summary>
/// Of what a case made its plan last: ticket, requester and triage as the audit chain holds them signed. The record of a case is a projection that
/// nothing is decided from.
/// </summary>
public sealed class SignedCase(IAuditLog audit, AuditSeals seals, SignedResults results)
{
    private const string TicketKind = "ticket";
    private const string RequesterKind = "requester";

    /// <summary>What is signed; null when the chain does not hold all three, or is damaged.</summary>
    /// <exception cref="VendorException">The log, the store or the key cannot be reached.</exception>
    public async Task<SignedBasis?> FindAsync(CaseId caseId, CancellationToken cancellation)
    {
        try
        {
            var entries = await audit.ReadAsync(caseId, cancellation).Select(static entry => entry.Event).Where(entry => entry.CaseId == caseId).ToListAsync(cancellation);
            if (await LastAsync(entries, AuditKinds.Triaged, SignedTriage.Fact, null, cancellation) is not { } triaged || triaged.Facts.GetValueOrDefault(SignedPlan.TicketFact) is not { } ticket
                || await LastAsync(entries, AuditKinds.Received, SignedPlan.SnapshotFact, ticket, cancellation) is null
                || await LastAsync(entries, AuditKinds.Enriched, SignedPlan.PeopleFact, null, cancellation) is not { } enriched)
                return null;
            // With the hints that the entry leaves out, because they are words of the ticket.
            var triage = (await results.OfAsync<Said>(triaged, cancellation)).Facts;
            return SignedTriage.DigestOf(triage) != triaged.Facts.GetValueOrDefault(SignedTriage.DigestFact) ? null
                : new SignedBasis(new ContextReference(caseId, TicketKind, ticket), new ContextReference(caseId, RequesterKind, enriched.Facts[SignedPlan.PeopleFact]), triage);
        }
        catch (Exception damage) when (damage is AuditDamagedException or StoredValueChangedException)
        {
            return null;
        }
    }

    private async Task<AuditEvent?> LastAsync(List<AuditEvent> entries, string kind, string fact, string? value, CancellationToken cancellation)
    {
        for (var at = entries.Count - 1; at >= 0; at--)
        {
            var entry = entries[at];
            if (entry.Kind == kind && entry.Facts.TryGetValue(fact, out var found) && (value is null || found == value) && await seals.IsGenuineAsync(entry, cancellation))
                return entry;
        }

        return null;
    }

    // Of what triage ended with, the part that plans are made of.
    private sealed record Said(TriageFacts Facts);
}

/// <summary>What a plan of a case is made of.</summary>
/// <param name="Ticket">The <see cref="TicketSnapshot"/>.</param>
/// <param name="Requester">The <see cref="RequesterSnapshot"/>.</param>
/// <param name="Triage">What triage said.</param>
public sealed record SignedBasis(ContextReference Ticket, ContextReference Requester, TriageFacts Triage);
