using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>Where a person says "this was not me". Kept and recorded first, then done durably; saying it again changes nothing.</summary>
public sealed class NotMeService(NotMeReports reports, PersonRequests people, CaseStore caseStore, IAuditLog audit, IWorkflowClient workflows, PendingActs acts)
{
    /// <summary>Says it of a case.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="by">Who: <c>requester</c>, <c>link</c> or <c>person:objectId</c>.</param>
    /// <param name="way">How: <c>comment</c>, <c>link</c> or <c>page</c>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when there is no such case.</returns>
    public async Task<bool> ReportAsync(CaseId caseId, string by, string way, CancellationToken cancellation)
    {
        // Of an undo or a security case the ticket's own case is meant.
        if (await caseStore.FindAsync(caseId, cancellation) is not { } record)
            return false;
        var origin = record.UndoOf ?? record.SecurityOf ?? record.ActionOf ?? caseId;
        var first = by;
        await acts.RunAsync(
            origin, PendingActKind.NotMe, new ActSource(by, way),
            async () => first = await KeepAsync(origin, origin == caseId ? record : null, by, way, cancellation),
            () => workflows.StartAsync(NotMeWorkflow.Reference, NotMeWorkflow.IdFor(origin), new NotMeWorkflow.Input(origin, first), CancellationToken.None),
            cancellation);
        return true;
    }

    // Who said it first.
    private async Task<string> KeepAsync(CaseId origin, CaseRecord? record, string by, string way, CancellationToken cancellation)
    {
        var report = await reports.KeepAsync(origin, by, cancellation);
        // What operators have under way for it stops too.
        foreach (var action in (record ?? await caseStore.FindAsync(origin, cancellation))?.Actions ?? [])
            await people.RequestAsync(new CaseId(action), by, cancellation);
        await audit.AppendAsync(
            new AuditEvent(
                origin, "not-me", AuditKinds.NotMe, report.By == by ? by : report.By, "A person said that this request was not theirs.",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["way"] = way }),
            cancellation);
        return report.By;
    }
}
