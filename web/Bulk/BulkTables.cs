using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk.Reading;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Web.Bulk;

/// <summary>Reads one page of a run's table: its failures, its frozen list or its refused lines.</summary>
public sealed class BulkTables(FrozenLists lists, CaseContext contexts)
{
    /// <summary>The frozen list of a run; null before it is frozen.</summary>
    public async Task<BulkList?> ListOfAsync(BulkRun run, CancellationToken cancellation) =>
        run.List is { } reference ? await lists.GetAsync(reference, cancellation) : null;

    /// <summary>The lines of one page, and how many lines the table has.</summary>
    public async Task<(List<BulkTableLine> Lines, int Total)> LinesAsync(
        BulkRun run, BulkList? list, List<BulkTargetRow> rows, BulkTable table, int page, CancellationToken cancellation)
    {
        var skip = (page - 1) * BulkModel.PageSize;
        if (table == BulkTable.Failures)
        {
            var bad = rows.Where(BulkLabels.IsNotInDesiredState).ToList();
            return ([.. bad.Skip(skip).Take(BulkModel.PageSize).Select(row => new BulkTableLine(row.Number + 1, row.Name, row.State, row.Note, []))], bad.Count);
        }

        if (table == BulkTable.Refused)
            return ([.. (await RefusedAsync(run, skip, cancellation)).Select(line => new BulkTableLine(null, line.Text, null, line.Reason, [], line.Refusal))], run.RefusedCount);
        // A part of the list is a page of the table.
        if (list is null || page > list.Parts.Count)
            return ([], list?.Count ?? 0);
        var states = rows.ToDictionary(row => row.Number);
        var part = await lists.PartAsync(list, page - 1, cancellation);
        return (
            [
                .. part.Targets.Select((target, at) => new BulkTableLine(
                    skip + at + 1, target.Name, states.GetValueOrDefault(skip + at)?.State ?? BulkTargetState.Waiting, states.GetValueOrDefault(skip + at)?.Note, target.Steps)),
            ],
            list.Count);
    }

    private async Task<IReadOnlyList<BulkLine>> RefusedAsync(BulkRun run, int skip, CancellationToken cancellation)
    {
        var lines = new List<BulkLine>();
        foreach (var reference in run.Refused)
            lines.AddRange((await contexts.GetAsync<BulkPart>(reference, cancellation)).Lines);
        return [.. lines.Skip(skip).Take(BulkModel.PageSize)];
    }
}
