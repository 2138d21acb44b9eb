using System.CommandLine;
using System.Globalization;
using HelpDesk.Local.Composition;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations.Ledger.Cases;
using Spectre.Console;

namespace HelpDesk.Local.Commands;

/// <summary><c>helpdesk cases</c>: the state of every ticket, and the repair of the search index.</summary>
internal static class CasesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Option<string[]> settings)
    {
        var state = new Option<CaseState?>("--state") { Description = "Only cases of this state, such as WaitingForApproval." };
        var list = new Command("list", "List the cases, newest first.") { state };
        list.SetAction((parsed, stop) => ListAsync(parsed.GetValue(settings)!, parsed.GetValue(state), stop));
        var reindex = new Command("reindex", "Write anew what the cases are listed, found and counted by, after rows of the records were lost. The product may keep running.");
        reindex.SetAction((parsed, stop) => ReindexAsync(parsed.GetValue(settings)!, stop));
        return new Command("cases", "The tickets that came in and their state.") { list, reindex };
    }

    private static async Task<int> ListAsync(string[] overrides, CaseState? state, CancellationToken stop)
    {
        await using var services = OfflineServices.ForRecords(LocalSettings.Read(overrides));
        var cases = new List<CaseRecord>();
        await foreach (var record in services.GetRequiredService<CaseStore>().ListAsync(stop))
        {
            if (state is null || record.State == state)
                cases.Add(record);
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("Opened (UTC)", "Case", "Ticket", "State", "Path", "Intent", "Doing or reason");
        foreach (var record in cases.OrderByDescending(record => record.OpenedAt))
        {
            table.AddRow(
                record.OpenedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                Markup.Escape(record.CaseId),
                Markup.Escape(record.Ticket.Number),
                record.State.ToString(),
                record.Path.ToString(),
                Markup.Escape(record.Intent ?? ""),
                Markup.Escape(record.Reason ?? record.Doing ?? ""));
        }

        var console = WideConsole.Create();
        console.Write(table);
        console.WriteLine($"{cases.Count} case(s).");
        return ExitCode.Good;
    }

    private static async Task<int> ReindexAsync(string[] overrides, CancellationToken stop)
    {
        await using var services = OfflineServices.ForRecords(LocalSettings.Read(overrides));
        var (cases, corrected) = await services.GetRequiredService<CaseStore>().RebuildAsync(stop);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases} case(s) indexed, {corrected} line(s) were missing or wrong."));
        return ExitCode.Good;
    }
}
