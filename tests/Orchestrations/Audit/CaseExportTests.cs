using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Tests.Audit;

/// <summary>The export of a single case, for somebody who has nothing but it and the public key.</summary>
public sealed class CaseExportTests
{
    private readonly AuditWorld _world = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(13)]
    public async Task Export_OfEachCase_IsProvenByTheCheckpointAndNamesNoOther(int cases)
    {
        for (var i = 0; i < cases; i++)
            await _world.AppendAsync($"case-{i:D2}", 3);
        await _world.Checkpoints.TakeAsync(default);

        for (var i = 0; i < cases; i++)
        {
            var export = await ExportAsync($"case-{i:D2}");
            var report = await VerifyAsync(export);
            report.Faults.ShouldBeEmpty();
            (report.Entries, report.Unsigned, report.Checkpoints).ShouldBe((3, 0, 1));
            foreach (var other in Enumerable.Range(0, cases).Where(other => other != i))
                export.ShouldNotContain($"case-{other:D2}");
        }
    }

    [Fact]
    public async Task Entries_AfterTheCheckpoint_AreUnsigned()
    {
        await _world.AppendAsync("case-1", 3);
        await _world.Checkpoints.TakeAsync(default);
        await _world.AppendAsync("case-1", 2, "later");

        (await VerifyAsync(await ExportAsync("case-1"))).Unsigned.ShouldBe(2);
    }

    [Fact]
    public async Task Export_WithoutAnyCheckpoint_IsAllUnsigned()
    {
        await _world.AppendAsync("case-1", 3);

        (await VerifyAsync(await ExportAsync("case-1"))).ShouldSatisfyAllConditions(report => report.Unsigned.ShouldBe(3), report => report.Checkpoints.ShouldBe(0));
    }

    [Fact]
    public async Task Export_AnyLineRemovedRepeatedOrSwappedOrAnyByteChanged_IsFound()
    {
        foreach (var caseId in new[] { "case-1", "case-2", "case-3" })
            await _world.AppendAsync(caseId, 3);
        await _world.Checkpoints.TakeAsync(default);
        var lines = (await ExportAsync("case-2")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        for (var at = 0; at < lines.Length; at++)
        {
            await BadAsync([.. lines[..at], .. lines[(at + 1)..]], $"removed {at}");
            await BadAsync([.. lines[..at], lines[at], .. lines[at..]], $"repeated {at}");
            if (at > 0)
                await BadAsync([.. lines[..(at - 1)], lines[at], lines[at - 1], .. lines[(at + 1)..]], $"swapped {at}");
            for (var place = 5; place < lines[at].Length; place += 7)
            {
                var other = lines[at][place] == '0' ? '1' : '0';
                await BadAsync([.. lines[..at], lines[at][..place] + other + lines[at][(place + 1)..], .. lines[(at + 1)..]], $"changed {at}:{place}");
            }
        }
    }

    private async Task BadAsync(string[] lines, string what)
    {
        var report = await VerifyAsync(string.Join('\n', lines));
        (report.Faults.Count > 0 || report.Unsigned > 0).ShouldBeTrue(what);
    }

    private async Task<string> ExportAsync(string caseId)
    {
        using var writer = new StringWriter();
        await CaseExport.WriteAsync(_world.Source, new CaseId(caseId), writer, default);
        return writer.ToString();
    }

    private Task<AuditReport> VerifyAsync(string export) => CaseExportVerification.RunAsync(new StringReader(export), _world, default);
}
