using HelpDesk.EndToEnd.Tests.Harness;

namespace HelpDesk.EndToEnd.Tests.Commands;

public sealed class AuditArchiveTests
{
    private const string EmptyExport = "{\"export\":{\"version\":1}}\n{\"end\":{\"chains\":0,\"checkpoints\":0,\"entries\":0,\"pages\":0}}\n";

    [Theory]
    [InlineData(false, 0, "0 copies in the archive: all as here.")]
    [InlineData(true, 1, "Checkpoint, checkpoint 7: the archive holds it, and it is not here any more.")]
    public async Task Verify_WithAnArchive_TellsWhatIsMissing(bool hasCopy, int exitCode, string text)
    {
        using var place = new HelpDeskPlace();
        var archive = Directory.CreateDirectory(Path.Combine(place.Data, "archive", "default"));
        var export = Path.Combine(place.Data, "export.jsonl");
        await File.WriteAllTextAsync(export, EmptyExport);
        if (hasCopy)
            await File.WriteAllTextAsync(Path.Combine(archive.FullName, "0000000000000000007.jsonl"), "{}\n");
        var key = Path.Combine(place.Data, "key.pub");
        using (var pair = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256))
            await File.WriteAllTextAsync(key, pair.ExportSubjectPublicKeyInfoPem());
        await using var process = HelpDeskProcess.Start(place, "audit", "verify", "--file", export, "--public-key", key, "--archive", archive.Parent!.FullName);

        (await process.UntilEndedAsync()).ShouldBe(exitCode, process.Output);

        process.Output.ShouldContain(text);
    }

    [Fact]
    public async Task Verify_AnExportWithoutAKey_IsRefused()
    {
        using var place = new HelpDeskPlace();
        var export = Path.Combine(place.Data, "export.jsonl");
        await File.WriteAllTextAsync(export, EmptyExport);
        await using var process = HelpDeskProcess.Start(place, "audit", "verify", "--file", export);

        (await process.UntilEndedAsync()).ShouldBe(3, process.Output);

        process.Output.ShouldContain("--public-key");
    }

    [Fact]
    public async Task Verify_ArchiveIsNoFolder_SaysSo()
    {
        using var place = new HelpDeskPlace();
        await using var process = HelpDeskProcess.Start(place, "audit", "verify", "--archive", Path.Combine(place.Data, "nothing"));

        (await process.UntilEndedAsync()).ShouldBe(3, process.Output);

        process.Output.ShouldContain("There is no folder");
    }
}
