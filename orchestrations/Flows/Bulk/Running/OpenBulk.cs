using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk.Running;

/// <summary>Opens the case of a bulk run and records who started it and why.</summary>
public sealed class OpenBulk(BulkRuns runs, CaseStore caseStore, RunbookLibrary library, IAuditLog audit) : Activity<BulkWorkflow.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<BulkWorkflow.Input, Unit> Reference = Named<OpenBulk>("open-bulk");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, BulkWorkflow.Input input)
    {
        var cancellation = context.Cancellation;
        var run = await runs.GetAsync(input.CaseId, cancellation);
        var ticket = BulkCase.Reference(run.CaseId.Value[(BulkCase.System.Length + 1)..]);
        await audit.AppendAsync(
            BulkAudit.Entry(
                run.CaseId, "started", AuditKinds.BulkStarted, $"person:{run.Started.PersonId}", run.Undoes is null ? "An operator started a bulk remediation." : "An operator asked for the undo of a bulk remediation.",
                ("runbook", run.RunbookId), ("lines", BulkAudit.Text(run.LineCount)), ("reason", run.Started.Reason), ("continues", run.Continues), ("undo-of", run.Undoes), ("group", run.Group?.Id), ("group-name", run.Group?.Name)),
            cancellation);
        await caseStore.OpenAsync(ticket, run.Started.At, cancellation);
        await caseStore.UpdateAsync(
            run.CaseId,
            record => record with
            {
                Title = $"{(run.Undoes is null ? "Many at once" : "Many at once, undo")}: {library.Find(run.RunbookId)?.Title ?? run.RunbookId}",
                RequesterId = run.Started.PersonId,
                RequesterName = run.Started.PersonName,
                RunbookId = run.RunbookId,
                Doing = "Looking up the list",
            },
            cancellation);
        return Unit.Value;
    }
}
