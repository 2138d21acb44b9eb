using System.Globalization;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>Records that a case goes back to planning: in the audit log, in a note on the ticket for whoever would have taken it, and on the case.</summary>
public sealed class PlanningAgain(CaseStore caseStore, TicketStops stops, TicketSystems systems, IAuditLog audit)
{
    private const string Note =
        "The requester's reply says what was missing, and no one had taken the ticket, so the automated help desk plans it again. If you want to work on it yourself, assign it to yourself: then nothing more is done automatically.";

    /// <summary>Records it; a repetition changes nothing.</summary>
    public async Task BeginAsync(CaseId caseId, int number, string instance, string key, CancellationToken cancellation)
    {
        var record = await caseStore.FindAsync(caseId, cancellation) ?? throw new InvalidOperationException($"There is no case '{caseId}'.");
        await audit.AppendAsync(
            new AuditEvent(
                caseId, CaseInstances.IdFor(new CaseId("planned"), number), AuditKinds.PlannedAgain, "helpdesk", "A reply of the requester said what was missing. No one had taken the ticket, so it is planned again.",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["time"] = number.ToString(CultureInfo.InvariantCulture), ["workflow"] = instance }),
            cancellation);
        var problem = await TicketWrites.TryAsync(() => systems.Get(record.Ticket.System).NoteAsync(record.Ticket.ExternalId, Note, $"{key}/planned-again", cancellation));
        await stops.LiftAsync(caseId, cancellation);
        await caseStore.UpdateAsync(
            caseId,
            before => before.PlannedAgain >= number ? before : Opened(problem is null ? before : before.With($"The note that the case is planned again is not in the ticket: {problem.Message}"), number, instance),
            cancellation);
    }

    private static CaseRecord Opened(CaseRecord before, int number, string instance) => before with
    {
        State = CaseState.Working,
        Path = CasePath.Undecided,
        Doing = "Reading the ticket again after the requester's reply",
        Reason = null,
        ClosedAt = null,
        WaitingFor = null,
        Steps = [],
        RunbookId = null,
        Instance = instance,
        PlannedAgain = number,
        IsCurable = false,
        HandedTo = null,
    };
}
