using System.CommandLine;
using System.Globalization;
using HelpDesk.Adapters;
using HelpDesk.Local.Composition;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Local.Commands;

/// <summary><c>helpdesk audit</c>: shows, verifies and exports what was decided and done.</summary>
internal static class AuditCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Option<string[]> settings)
    {
        var caseId = new Argument<string>("case") { Description = "Id of the case, or the number of its ticket, such as INC0010234." };
        var show = new Command("show", "Show the audit chain of a case, entry by entry, and whether it is unbroken.") { caseId };
        show.SetAction((parsed, stop) => ShowAsync(parsed.GetValue(settings)!, parsed.GetValue(caseId)!, stop));

        var to = new Option<FileInfo?>("--to") { Description = "File to write to. Without it, the export goes to standard output." };
        var one = new Option<string?>("--case") { Description = "Only this case: its id or the number of its ticket. The export then names no other case, and holds the proof that a signed checkpoint covers it." };
        var export = new Command("export", "Write all chains as JSON Lines, for an auditor who checks them elsewhere.") { to, one };
        export.SetAction((parsed, stop) => ExportAsync(parsed.GetValue(settings)!, parsed.GetValue(one), parsed.GetValue(to), stop));

        return new Command("audit", "The audit log: every decision and every effect, hash-chained.") { show, AuditVerifyCommand.Create(settings), export };
    }

    /// <summary>Writes errors, one a line.</summary>
    internal static void Tell(IEnumerable<AuditError> faults)
    {
        foreach (var fault in faults)
            Console.Out.WriteLine(fault);
    }

    private static async Task<int> ShowAsync(string[] overrides, string named, CancellationToken stop)
    {
        await using var services = OfflineServices.ForRecords(LocalSettings.Read(overrides));
        if (await FindAsync(services, named, stop) is not { } caseId)
            return ExitCode.Found;
        var count = 0;
        await foreach (var entry in services.GetRequiredService<IAuditLog>().ReadAsync(new CaseId(caseId), stop))
        {
            count++;
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{entry.Sequence,3}  {entry.At.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff}Z  {entry.Event.Kind}  by {entry.Event.Actor}"));
            Console.Out.WriteLine($"     {entry.Event.Summary}");
            foreach (var fact in entry.Event.Facts)
                Console.Out.WriteLine($"       {fact.Key}: {fact.Value}");
            Console.Out.WriteLine($"       hash: {entry.Hash}");
        }

        var faults = AuditVerifier.Verify(await services.GetRequiredService<AuditStoreSource>().ChainAsync(new CaseId(caseId), stop));
        Tell(faults);
        Console.Out.WriteLine(faults.Count == 0 ? $"{count} entries, the chain is unbroken." : $"{count} entries, {faults.Count} error(s).");
        return faults.Count == 0 ? ExitCode.Good : ExitCode.Found;
    }

    private static async Task<int> ExportAsync(string[] overrides, string? named, FileInfo? file, CancellationToken stop)
    {
        await using var services = OfflineServices.ForRecords(LocalSettings.Read(overrides));
        var caseId = named is null ? null : await FindAsync(services, named, stop);
        if (named is not null && caseId is null)
            return ExitCode.Found;
        if (file is null)
        {
            await WriteAsync(services, caseId, Console.Out, stop);
            return ExitCode.Good;
        }

        await using var writer = PrivateFile.Text(file.FullName);
        var entries = await WriteAsync(services, caseId, writer, stop);
        Console.Out.WriteLine($"{entries} entries written to {file.FullName}.");
        return ExitCode.Good;
    }

    private static Task<long> WriteAsync(ServiceProvider services, string? caseId, TextWriter writer, CancellationToken stop) => caseId is null
        ? AuditExport.WriteAsync(services.GetRequiredService<IAuditSource>(), writer, stop)
        : CaseExport.WriteAsync(services.GetRequiredService<AuditStoreSource>(), new CaseId(caseId), writer, stop);

    // The id of a chain as it is; else the one case whose ticket has that number.
    private static async Task<string?> FindAsync(ServiceProvider services, string named, CancellationToken stop)
    {
        await foreach (var _ in services.GetRequiredService<IAuditLog>().ReadAsync(new CaseId(named), stop))
            return named;
        var found = new List<string>();
        await foreach (var record in services.GetRequiredService<CaseStore>().ListAsync(stop))
        {
            if (string.Equals(record.Ticket.Number, named, StringComparison.OrdinalIgnoreCase))
                found.Add(record.CaseId);
        }

        if (found.Count == 1)
            return found[0];
        Console.Error.WriteLine(found.Count == 0
            ? $"There is no audit chain of a case '{named}', and no ticket of that number. helpdesk cases list names both."
            : $"Several cases have a ticket of the number '{named}': {string.Join(", ", found)}. Name one of them.");
        return null;
    }
}
