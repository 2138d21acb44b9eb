using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Opens the case of a mass run and records who started it and why.</summary>
public sealed class OpenMass(MassRuns runs, CaseJournal journal, RunbookLibrary library, IAuditLog audit) : Activity<MassInput, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<MassInput, Unit> Reference = Named<OpenMass>("open-mass");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, MassInput input)
    {
        var cancellation = context.Cancellation;
        var run = await runs.GetAsync(input.CaseId, cancellation);
        var ticket = MassCase.Reference(run.CaseId[(MassCase.System.Length + 1)..]);
        await audit.AppendAsync(
            MassAudit.Entry(
                run.CaseId, "started", AuditKinds.MassStarted, $"person:{run.Started.PersonId}", run.Undoes is null ? "An operator started a mass remediation." : "An operator asked for the undo of a mass remediation.",
                ("runbook", run.RunbookId), ("lines", MassAudit.Text(run.LineCount)), ("reason", run.Started.Reason), ("continues", run.Continues), ("undo-of", run.Undoes), ("group", run.Group?.Id), ("group-name", run.Group?.Name)),
            cancellation);
        await journal.OpenAsync(ticket, run.Started.At, cancellation);
        await journal.UpdateAsync(
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
