using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Web.Layout;

namespace HelpDesk.Web.Mass;

/// <summary>Makes the model of a run's page. Every target is one small record: 2,000 are read in one query and counted here.</summary>
public sealed class MassView(
    MassTargets targets, FrozenLists lists, MassUndoDesk undos, CaseContext contexts, ApprovalGates gates, CaseJournal journal, CatalogueView catalogue, PolicySet policy)
{
    private static readonly string Script = Read("live.js");

    /// <summary>Title of a run: of its runbook, or that one's id when it is gone.</summary>
    public string TitleOf(MassRun run) => $"{(run.Undoes is null ? "" : "Undo: ")}{catalogue.TitleOfRunbook(run.RunbookId)}";

    /// <summary>The page of a run.</summary>
    public async Task<MassModel> OfAsync(MassRun run, string show, int page, string form, CancellationToken cancellation)
    {
        var rows = await targets.ListAsync(run.CaseId, cancellation).ToListAsync(cancellation);
        var list = run.List is { } reference ? await lists.GetAsync(reference, cancellation) : null;
        var gate = await GateAsync(run, cancellation);
        var table = TableOf(run, show);
        var (lines, total) = await LinesAsync(run, list, rows, table, page, cancellation);
        return new MassModel(
            run, TitleOf(run), catalogue.RunbookOff(run.RunbookId), list?.Limits, MassWaveLine.Of(run, rows),
            MassWaveLine.AllOf(run, rows), gate, gate is null ? null : policy.Approvers.GetValueOrDefault(gate.Requirement.ApproverGroup)?.Title,
            table, lines, total, page, TitlesOf(lines), form, await undos.OfAsync(run, cancellation),
            run.Phase is MassPhase.Review or MassPhase.Ended ? null : Script);
    }

    private Dictionary<string, string> TitlesOf(IEnumerable<MassTableLine> lines) =>
        lines.SelectMany(line => line.Steps).Select(step => step.Remediation).Distinct(StringComparer.Ordinal).ToDictionary(id => id, catalogue.TitleOfRemediation, StringComparer.Ordinal);

    private static MassTable TableOf(MassRun run, string show) => show switch
    {
        "list" => MassTable.Targets,
        "refused" => MassTable.Refused,
        "failures" => MassTable.Failures,
        _ when run is { Targets: 0, RefusedCount: > 0 } => MassTable.Refused,
        _ => run.Wave is null ? MassTable.Targets : MassTable.Failures,
    };

    private async Task<ApprovalGate?> GateAsync(MassRun run, CancellationToken cancellation) =>
        (run.GateId ?? (await journal.FindAsync(run.CaseId, cancellation))?.OpenGateId) is { } id ? await gates.FindAsync(id, cancellation) : null;

    private async Task<(List<MassTableLine> Lines, int Total)> LinesAsync(
        MassRun run, MassList? list, List<MassTargetRow> rows, MassTable table, int page, CancellationToken cancellation)
    {
        var skip = (page - 1) * MassModel.PageSize;
        if (table == MassTable.Failures)
        {
            var bad = rows.Where(MassWords.IsNotAsWanted).ToList();
            return ([.. bad.Skip(skip).Take(MassModel.PageSize).Select(row => new MassTableLine(row.Number + 1, row.Name, row.State, row.Note, []))], bad.Count);
        }

        if (table == MassTable.Refused)
            return ([.. (await RefusedAsync(run, skip, cancellation)).Select(line => new MassTableLine(null, line.Text, null, line.Reason, [], line.Refusal))], run.RefusedCount);
        // A part of the list is a page of the table.
        if (list is null || page > list.Parts.Count)
            return ([], list?.Count ?? 0);
        var states = rows.ToDictionary(row => row.Number);
        var part = await lists.PartAsync(list, page - 1, cancellation);
        return (
            [
                .. part.Targets.Select((target, at) => new MassTableLine(
                    skip + at + 1, target.Name, states.GetValueOrDefault(skip + at)?.State ?? MassTargetState.Waiting, states.GetValueOrDefault(skip + at)?.Note, target.Steps)),
            ],
            list.Count);
    }

    private async Task<IReadOnlyList<MassLine>> RefusedAsync(MassRun run, int skip, CancellationToken cancellation)
    {
        var lines = new List<MassLine>();
        foreach (var reference in run.Refused)
            lines.AddRange((await contexts.GetAsync<MassPart>(reference, cancellation)).Lines);
        return [.. lines.Skip(skip).Take(MassModel.PageSize)];
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(MassView).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource '{name}' is not in the assembly."));
        return reader.ReadToEnd();
    }
}
