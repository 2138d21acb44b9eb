using System.CommandLine;
using System.Globalization;
using System.Text;
using HelpDesk.Adapters;
using HelpDesk.Local.Composition;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations.Ledger.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Local.Commands;

/// <summary><c>helpdesk audit</c>: shows, verifies and exports what was decided and done.</summary>
internal static class AuditCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Option<string[]> settings)
    {
        var caseId = new Argument<string>("case") { Description = "Id of the case, the ticket system and the ticket's id there, as the case page shows it." };
        var show = new Command("show", "Show the audit chain of a case, entry by entry, and whether it is unbroken.") { caseId };
        show.SetAction((parsed, stop) => ShowAsync(parsed.GetValue(settings)!, parsed.GetValue(caseId)!, stop));

        var from = new Option<FileInfo?>("--file") { Description = "Verify an export instead of the records on this machine." };
        var verify = new Command("verify", "Check every chain: an edited, removed, re-ordered or forked entry is named. Ends with 1 when there is one.") { from };
        var archive = new Option<DirectoryInfo?>("--archive") { Description = "Folder with the copies of the checkpoints, as downloaded from the archive: each must equal the checkpoint here." };
        verify.Add(archive);
        verify.SetAction((parsed, stop) => VerifyAsync(parsed.GetValue(settings)!, parsed.GetValue(from), parsed.GetValue(archive), stop));

        var to = new Option<FileInfo?>("--to") { Description = "File to write to. Without it, the export goes to standard output." };
        var export = new Command("export", "Write all chains as JSON Lines, for an auditor who checks them elsewhere.") { to };
        export.SetAction((parsed, stop) => ExportAsync(parsed.GetValue(settings)!, parsed.GetValue(to), stop));

        return new Command("audit", "The audit log: every decision and every effect, hash-chained.") { show, verify, export };
    }

    private static async Task<int> ShowAsync(string[] overrides, string caseId, CancellationToken stop)
    {
        await using var services = OfflineServices.ForRecords(LocalSettings.Read(overrides));
        var count = 0;
        await foreach (var entry in services.GetRequiredService<IAuditLog>().ReadAsync(caseId, stop))
        {
            count++;
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{entry.Sequence,3}  {entry.At.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff}Z  {entry.Event.Kind}  by {entry.Event.Actor}"));
            Console.Out.WriteLine($"     {entry.Event.Summary}");
            foreach (var fact in entry.Event.Facts)
                Console.Out.WriteLine($"       {fact.Key}: {fact.Value}");
            Console.Out.WriteLine($"       hash: {entry.Hash}");
        }

        if (count == 0)
        {
            Console.Error.WriteLine($"There is no audit chain of a case '{caseId}'. helpdesk cases list names the cases.");
            return ExitCode.Found;
        }

        var faults = AuditVerifier.Verify(await services.GetRequiredService<AuditStoreSource>().ChainAsync(caseId, stop));
        Tell(faults);
        Console.Out.WriteLine(faults.Count == 0 ? $"{count} entries, the chain is unbroken." : $"{count} entries, {faults.Count} error(s).");
        return faults.Count == 0 ? ExitCode.Good : ExitCode.Found;
    }

    private static async Task<int> VerifyAsync(string[] overrides, FileInfo? file, DirectoryInfo? archive, CancellationToken stop)
    {
        if (file is { Exists: false })
            throw new StartRefusedException(ExitCode.Machine, [$"There is no file {file.FullName}."]);
        if (archive is { Exists: false })
            throw new StartRefusedException(ExitCode.Machine, [$"There is no folder {archive.FullName}."]);
        await using var services = file is null ? OfflineServices.ForRecords(LocalSettings.Read(overrides)) : null;
        var source = services?.GetRequiredService<IAuditSource>() ?? new AuditFileSource(() => new StreamReader(file!.FullName, Encoding.UTF8));
        var signer = services?.GetService<ICheckpointSigner>();
        var report = await AuditVerification.RunAsync(source, signer, stop);
        Tell(report.Faults);
        Console.Out.WriteLine(
            $"{report.Chains} chains with {report.Entries} entries and {report.Checkpoints} checkpoints: {(report.IsClean ? "all as written" : $"{report.Faults.Count} error(s)")}.");
        if (report.Checkpoints > 0 && signer is null)
            Console.Out.WriteLine("Signatures of checkpoints were not checked: the key is not on this machine.");
        var agrees = archive is null || await CompareAsync(source, archive, stop);
        return report.IsClean && agrees ? ExitCode.Good : ExitCode.Found;
    }

    private static async Task<bool> CompareAsync(IAuditSource source, DirectoryInfo archive, CancellationToken stop)
    {
        var copies = new Dictionary<long, string>();
        foreach (var copy in archive.EnumerateFiles("*.jsonl", SearchOption.AllDirectories))
        {
            if (long.TryParse(Path.GetFileNameWithoutExtension(copy.Name), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                copies[number] = await File.ReadAllTextAsync(copy.FullName, stop);
        }

        var (faults, without) = await ArchiveComparison.RunAsync(source, copies, stop);
        Tell(faults);
        Console.Out.WriteLine($"{copies.Count} copies in the archive: {(faults.Count == 0 ? "all as here" : $"{faults.Count} error(s)")}. {without} checkpoints have no copy there.");
        return faults.Count == 0;
    }

    private static async Task<int> ExportAsync(string[] overrides, FileInfo? file, CancellationToken stop)
    {
        await using var services = OfflineServices.ForRecords(LocalSettings.Read(overrides));
        var source = services.GetRequiredService<IAuditSource>();
        if (file is null)
        {
            await AuditExport.WriteAsync(source, Console.Out, stop);
            return ExitCode.Good;
        }

        await using var writer = PrivateFile.Text(file.FullName);
        var entries = await AuditExport.WriteAsync(source, writer, stop);
        Console.Out.WriteLine($"{entries} entries written to {file.FullName}.");
        return ExitCode.Good;
    }

    private static void Tell(IEnumerable<AuditError> faults)
    {
        foreach (var fault in faults)
            Console.Out.WriteLine(fault);
    }
}
