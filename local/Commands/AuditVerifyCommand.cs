using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Local.Composition;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Local.Commands;

/// <summary><c>helpdesk audit verify</c>: checks chains, checkpoints and signatures, of the records or of an export.</summary>
internal static class AuditVerifyCommand
{
    // Twice as many as a checkpoint is taken after: what may be unsigned while the program runs.
    private const long MostUnsigned = 1_000;

    /// <summary>Makes the command.</summary>
    public static Command Create(Option<string[]> settings)
    {
        var file = new Option<FileInfo?>("--file") { Description = "Verify an export instead of the records on this machine. Needs --public-key." };
        var keys = new Option<FileInfo[]>("--public-key") { Description = "Public key (PEM) of the checkpoints, that you have from elsewhere than the export; once for each key that was used.", AllowMultipleArgumentsPerToken = true };
        var root = new Option<string?>("--last-root") { Description = "Root that an earlier verification printed: a checkpoint must still have it." };
        var most = new Option<long>("--most-unsigned") { Description = "Most entries that no signature covers; more is an error.", DefaultValueFactory = static _ => MostUnsigned };
        var archive = new Option<DirectoryInfo?>("--archive") { Description = "Folder with the copies of the checkpoints, as downloaded from the archive: each must equal the checkpoint here." };
        var verify = new Command("verify", "Check every chain: an edited, removed, re-ordered or forked entry is named. Ends with 1 when there is one.") { file, keys, root, most, archive };
        verify.SetAction((parsed, stop) => RunAsync(
            parsed.GetValue(settings)!, new Asked(parsed.GetValue(file), parsed.GetValue(keys) ?? [], parsed.GetValue(root), parsed.GetValue(most), parsed.GetValue(archive)), stop));
        return verify;
    }

    private static async Task<int> RunAsync(string[] overrides, Asked asked, CancellationToken stop)
    {
        Check(asked);
        await using var services = asked.File is null ? OfflineServices.ForRecords(LocalSettings.Read(overrides)) : null;
        using var given = asked.Keys.Length > 0 ? Keys(asked.Keys) : null;
        var signer = given ?? services?.GetService<ICheckpointSigner>();
        var source = services?.GetRequiredService<IAuditSource>() ?? new AuditFileSource(() => new StreamReader(asked.File!.FullName, Encoding.UTF8));
        var report = await ReportAsync(source, asked, signer, stop);
        var faults = report.Faults.ToList();
        if (asked.LastRoot is { } root && !report.Roots.Contains(root) && report.Newest?.Root != root)
            faults.Add(new AuditError(AuditErrorKind.Checkpoint, null, null, $"no checkpoint has the root {root} any more: the log was cut off or written anew since it was noted."));
        if (asked.File is not null && report is { Checkpoints: 0, Entries: > 0 })
            faults.Add(new AuditError(AuditErrorKind.Checkpoint, null, null, "the export has no checkpoint: nothing in it is signed."));
        if (report.Unsigned > asked.MostUnsigned)
            faults.Add(new AuditError(AuditErrorKind.Checkpoint, null, null, $"{report.Unsigned} entries are behind no signature, at most {asked.MostUnsigned} may be (--most-unsigned)."));

        AuditCommand.Tell(faults);
        Console.Out.WriteLine(
            $"{report.Chains} chains with {report.Entries} entries and {report.Checkpoints} checkpoints: {(faults.Count == 0 ? "all as written" : $"{faults.Count} error(s)")}.");
        Console.Out.WriteLine($"{report.Unsigned} entries are behind no signature{(signer is null ? ": the key is not on this machine, and --public-key names none" : "")}.");
        if (report.Newest is { } newest)
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Checkpoint {newest.Number} of {newest.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z has the root {newest.Root}. Note it for --last-root."));
        var agrees = asked.Archive is null || await CompareAsync(source, asked.Archive, stop);
        return faults.Count == 0 && agrees ? ExitCode.Good : ExitCode.Found;
    }

    private static async Task<AuditReport> ReportAsync(IAuditSource source, Asked asked, ICheckpointSigner? signer, CancellationToken stop)
    {
        if (asked.File is not { } file)
            return await AuditVerification.RunAsync(source, signer, stop);
        using var reader = new StreamReader(file.FullName, Encoding.UTF8);
        if (!CaseExport.IsOne(await reader.ReadLineAsync(stop) ?? ""))
            return await AuditVerification.RunAsync(source, signer, stop);
        using var again = new StreamReader(file.FullName, Encoding.UTF8);
        return await CaseExportVerification.RunAsync(again, signer!, stop);
    }

    private static void Check(Asked asked)
    {
        if (asked.File is { Exists: false })
            throw new StartRefusedException(ExitCode.Machine, [$"There is no file {asked.File.FullName}."]);
        if (asked.Archive is { Exists: false })
            throw new StartRefusedException(ExitCode.Machine, [$"There is no folder {asked.Archive.FullName}."]);
        if (asked.Keys.FirstOrDefault(static key => !key.Exists) is { } missing)
            throw new StartRefusedException(ExitCode.Machine, [$"There is no file {missing.FullName}."]);
        if (asked.File is not null && asked.Keys.Length == 0)
            throw new StartRefusedException(ExitCode.Machine, ["An export proves nothing without the key: name the public key of the checkpoints with --public-key (checkpoint-key.pem.pub of the data folder, or 'az keyvault key download')."]);
    }

    private static PublicKeySigner Keys(FileInfo[] files)
    {
        try
        {
            return new PublicKeySigner(files);
        }
        catch (Exception cause) when (cause is CryptographicException or ArgumentException)
        {
            throw new StartRefusedException(ExitCode.Machine, [$"--public-key names no EC public key in PEM form: {string.Join(", ", files.Select(static file => file.FullName))}."]);
        }
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
        AuditCommand.Tell(faults);
        Console.Out.WriteLine($"{copies.Count} copies in the archive: {(faults.Count == 0 ? "all as here" : $"{faults.Count} error(s)")}. {without} checkpoints have no copy there.");
        return faults.Count == 0;
    }

    private sealed record Asked(FileInfo? File, FileInfo[] Keys, string? LastRoot, long MostUnsigned, DirectoryInfo? Archive);
}
