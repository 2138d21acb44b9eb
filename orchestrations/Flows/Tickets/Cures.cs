using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Planning;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>
/// Finds out whether a reply cures a case: the ticket with the reply goes through redaction and triage as any ticket, and only one of which a
/// plan can be made now counts. Nothing is changed by looking.
/// </summary>
public sealed class Cures(TicketReader tickets, CureConditions conditions, TicketTriage triage, RequesterReading people, CaseContext contexts, CasePlanner planner)
{
    /// <summary>Ids of the comments that cure the case; empty when it is not cured.</summary>
    /// <exception cref="Foundation.VendorException">The ticket system or the directory cannot be read now.</exception>
    public async Task<IReadOnlyList<string>> FindAsync(CaseRecord record, CancellationToken cancellation)
    {
        if (!CureConditions.MayBe(record) || await tickets.ReadAsync(record.Ticket, cancellation) is not { } ticket)
            return [];
        if (await conditions.RepliesAsync(record, ticket, cancellation) is not { Count: > 0 } replies)
            return [];

        var caseId = record.CaseId;
        var (snapshot, reference) = await tickets.KeepAsync(caseId, ticket, cancellation, replies);
        var requester = await people.ReadAsync(caseId, snapshot, cancellation);
        if (!string.Equals(requester.Person?.Id, record.RequesterId, StringComparison.OrdinalIgnoreCase))
            return [];
        var understood = await triage.OfAsync(caseId, snapshot, cancellation);
        var (_, plan) = await planner.PlanAsync(
            new MakePlan.Input(caseId, reference, await contexts.PutAsync(caseId, "requester", requester, cancellation), understood.Facts, []), cancellation);
        return plan is null ? [] : replies;
    }
}
