using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk.Operating;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Bulk;

/// <summary>Makes the model of a run's page. Every target is one small record: 2,000 are read in one query and counted here.</summary>
public sealed class BulkView(
    BulkTargets targets, BulkTables tables, BulkUndoOffers undos, ApprovalStore approvals, CaseStore caseStore, CatalogueView catalogue)
{
    private static readonly string Script = Read("live.js");

    /// <summary>Title of a run: of its runbook, or that one's id when it is gone.</summary>
    public string TitleOf(BulkRun run) => $"{(run.Undoes is null ? "" : "Undo: ")}{catalogue.TitleOfRunbook(run.RunbookId)}";

    /// <summary>The page of a run.</summary>
    public async Task<BulkModel> OfAsync(BulkRun run, string show, int page, string form, CancellationToken cancellation)
    {
        var rows = await targets.ListAsync(run.CaseId, cancellation).ToListAsync(cancellation);
        var list = await tables.ListOfAsync(run, cancellation);
        var gate = await GateAsync(run, cancellation);
        var table = TableOf(run, show);
        var (lines, total) = await tables.LinesAsync(run, list, rows, table, page, cancellation);
        return new BulkModel(
            run, TitleOf(run), catalogue.RunbookOff(run.RunbookId), list?.Limits, BulkWaveLine.Of(run, rows),
            BulkWaveLine.AllOf(run, rows), gate, gate is null ? null : catalogue.TitleOfGroup(gate.Requirement.ApproverGroup),
            table, lines, total, page, TitlesOf(lines), form, await undos.OfAsync(run, cancellation),
            run.Phase is BulkPhase.Review or BulkPhase.Ended ? null : Script);
    }

    private Dictionary<string, string> TitlesOf(IEnumerable<BulkTableLine> lines) =>
        lines.SelectMany(line => line.Steps).Select(step => step.Remediation).Distinct(StringComparer.Ordinal).ToDictionary(id => id, catalogue.TitleOfRemediation, StringComparer.Ordinal);

    private static BulkTable TableOf(BulkRun run, string show) => show switch
    {
        "list" => BulkTable.Targets,
        "refused" => BulkTable.Refused,
        "failures" => BulkTable.Failures,
        _ when run is { Targets: 0, RefusedCount: > 0 } => BulkTable.Refused,
        _ => run.Wave is null ? BulkTable.Targets : BulkTable.Failures,
    };

    private async Task<ApprovalRequest?> GateAsync(BulkRun run, CancellationToken cancellation) =>
        (run.ApprovalId ?? (await caseStore.FindAsync(run.CaseId, cancellation))?.OpenApprovalId) is { } id ? await approvals.FindAsync(id, cancellation) : null;

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(BulkView).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource '{name}' is not in the assembly."));
        return reader.ReadToEnd();
    }
}
