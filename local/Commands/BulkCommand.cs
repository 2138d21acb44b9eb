using System.CommandLine;
using System.Globalization;
using HelpDesk.Local.Composition;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Web.Bulk;
using Spectre.Console;

namespace HelpDesk.Local.Commands;

/// <summary>
/// <c>helpdesk bulk</c>: what bulk runs there are and how one goes. It only looks: the command line does not know who types, and who starts
/// a run must not be who approves it, so starting, stopping, undo and approval are on the pages behind the sign-in.
/// </summary>
internal static class BulkCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Option<string[]> settings)
    {
        var list = new Command("list", "List the bulk runs, newest first.");
        list.SetAction((parsed, stop) => ListAsync(parsed.GetValue(settings)!, stop));

        var id = new Argument<string>("run") { Description = "The run, such as BULK-20261124-3F9A1C." };
        var show = new Command("show", "Show how a run goes: its waves, and every target that is not in the desired state, with the reason.") { id };
        show.SetAction((parsed, stop) => ShowAsync(parsed.GetValue(settings)!, parsed.GetValue(id)!, stop));
        return new Command("bulk", "Many at once: the runs and their state. They are started, approved and stopped on the pages.") { list, show };
    }

    private static async Task<int> ListAsync(string[] overrides, CancellationToken stop)
    {
        await using var services = OfflineServices.ForRecords(LocalSettings.Read(overrides));
        var table = new Table().Border(TableBorder.Simple).AddColumns("Started (UTC)", "Run", "Runbook", "Targets", "State", "Started by", "Reason");
        var count = 0;
        await foreach (var run in services.GetRequiredService<BulkRuns>().NewestAsync(stop))
        {
            count++;
            table.AddRow(
                At(run.Started.At), Markup.Escape(run.Number), Markup.Escape(RunbookOf(run)), Text(run.List is null ? run.LineCount : run.Targets), BulkLabels.Of(run).Text,
                Markup.Escape(run.Started.PersonName), Markup.Escape(run.Started.Reason ?? ""));
        }

        var console = WideConsole.Create();
        console.Write(table);
        console.WriteLine($"{count} run(s).");
        return ExitCode.Good;
    }

    private static async Task<int> ShowAsync(string[] overrides, string id, CancellationToken stop)
    {
        await using var services = OfflineServices.ForRecords(LocalSettings.Read(overrides));
        if (await services.GetRequiredService<BulkRuns>().FindAsync(new CaseId(id.ToLowerInvariant()), stop) is not { } run)
        {
            await Console.Error.WriteLineAsync($"There is no bulk run '{id}'. helpdesk bulk list names them.");
            return ExitCode.Found;
        }

        var rows = await services.GetRequiredService<BulkTargets>().ListAsync(run.CaseId, stop).ToListAsync(stop);
        var console = WideConsole.Create();
        console.WriteLine($"{run.Number}: {RunbookOf(run)}. {BulkLabels.Of(run).Text}.{(run.End?.Why is { } why ? $" {why}" : "")}");
        console.WriteLine($"Started by {run.Started.PersonName}, {At(run.Started.At)} UTC: {run.Started.Reason}");
        if (run.PausedUntil is { } until)
            console.WriteLine($"The hour's budget is used up; it goes on at {At(until)} UTC.");
        if (run.List is null)
            console.WriteLine($"{run.LinesRead} of {run.LineCount} lines looked up so far.");
        else
            console.WriteLine($"{run.Targets} targets, {run.RefusedCount} of {run.LineCount} lines refused. List {run.List.Version}");
        console.Write(WavesOf(run, rows));
        var bad = rows.Where(BulkLabels.IsNotInDesiredState).ToList();
        if (bad.Count > 0)
            console.Write(FailuresOf(run, bad));
        console.WriteLine($"{bad.Count} target(s) not in the desired state. helpdesk audit show {run.CaseId} has every step.");
        return ExitCode.Good;
    }

    private static Table WavesOf(BulkRun run, IReadOnlyList<BulkTargetRow> rows)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("Wave", "State", "Targets", "Done", "Already so", "Failed", "Undone", "Skipped", "Running", run.Phase == BulkPhase.Ended ? "Left" : "Waiting");
        foreach (var wave in BulkWaveLine.Of(run, rows).Append(BulkWaveLine.AllOf(run, rows)))
        {
            var ended = wave.Ended;
            table.AddRow(
                wave.Name, wave.State.Text, Text(wave.Targets), Text(ended.Done), Text(ended.AlreadySo), Text(ended.Failed), Text(ended.Undone), Text(ended.Skipped + ended.Busy),
                Text(wave.Running), Text(wave.Waiting));
        }

        return table;
    }

    private static Table FailuresOf(BulkRun run, IEnumerable<BulkTargetRow> rows)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("No.", "Target", "State", "Reason");
        foreach (var row in rows)
            table.AddRow(Text(row.Number + 1), Markup.Escape(row.Name), BulkLabels.Of(row.State, run).Text, Markup.Escape(row.Note ?? ""));
        return table;
    }

    private static string RunbookOf(BulkRun run) => run.Undoes is null ? run.RunbookId : $"undo of {run.RunbookId}";

    private static string At(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
