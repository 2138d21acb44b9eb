using CsCheck;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Tests.Audit;

public sealed class AuditVerificationTests
{
    private readonly AuditWorld _world = new();

    [Fact]
    public async Task Everything_AsItWasWritten_IsCleanInTheStoreAndInAnExport()
    {
        await GrowAsync();

        foreach (var report in new[] { await _world.VerifyAsync(), await _world.VerifyAsync(await _world.ExportAsync()) })
        {
            report.Faults.ShouldBeEmpty();
            (report.Chains, report.Entries, report.Checkpoints).ShouldBe((3, 12, 2));
        }
    }

    [Fact]
    public async Task Nothing_IsClean()
    {
        (await _world.VerifyAsync()).IsClean.ShouldBeTrue();
        (await _world.VerifyAsync(await _world.ExportAsync())).IsClean.ShouldBeTrue();
        (await _world.VerifyAsync("")).IsClean.ShouldBeFalse();
    }

    [Fact]
    public async Task Checkpoint_WithoutNews_IsNotTaken()
    {
        (await _world.Checkpoints.TakeAsync(default)).ShouldBeNull();
        await _world.AppendAsync("a", 1);

        (await _world.Checkpoints.TakeAsync(default))!.Number.ShouldBe(1);
        (await _world.Checkpoints.TakeAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task WholeChain_WrittenAnew_IsFoundByTheCheckpoint()
    {
        await GrowAsync();
        await _world.RewriteAsync("b", from: 2);

        var fault = (await _world.VerifyAsync()).Faults.ShouldHaveSingleItem();
        (fault.Kind, fault.CaseId, fault.Sequence).ShouldBe((AuditErrorKind.Rewritten, new CaseId("b"), 4));
    }

    [Fact]
    public async Task EndOfAChain_CutOffWithoutATrace_IsFoundByTheCheckpoint()
    {
        await GrowAsync();
        await _world.CutAsync("a", behind: 2);

        var fault = (await _world.VerifyAsync()).Faults.ShouldHaveSingleItem();
        (fault.Kind, fault.CaseId, fault.Sequence).ShouldBe((AuditErrorKind.Truncated, new CaseId("a"), 5));
    }

    [Fact]
    public async Task WholeChain_DeletedWithItsIndex_IsFoundByTheCheckpoint()
    {
        await GrowAsync();
        await _world.CutAsync("c", behind: 0);
        _world.Store.Tamper(Tables.Audit, AuditRows.Index, "c", null);

        var fault = (await _world.VerifyAsync()).Faults.ShouldHaveSingleItem();
        (fault.Kind, fault.CaseId).ShouldBe((AuditErrorKind.Truncated, new CaseId("c")));
    }

    [Fact]
    public async Task LaterCheckpoint_NeverExcusesWhatAnEarlierOneSaw()
    {
        await GrowAsync();
        await _world.CutAsync("a", behind: 2);
        await _world.RewriteAsync("b", from: 1);
        await _world.AppendAsync("b", 3, "later");
        await _world.AppendAsync("d", 1);

        (await _world.Checkpoints.TakeAsync(default))!.Chains.ShouldBe(4);

        (await _world.VerifyAsync()).Faults.Select(fault => (fault.Kind, fault.CaseId)).ShouldBe([(AuditErrorKind.Truncated, new CaseId("a")), (AuditErrorKind.Rewritten, new CaseId("b"))]);
    }

    [Fact]
    public async Task Checkpoint_ForgedRemovedOrWithOtherHeads_IsNamed()
    {
        await GrowAsync();
        var first = (await _world.Store.GetAsync(Tables.Checkpoints, AuditRows.Checkpoints, AuditRows.Checkpoint(1), default))!.Json;
        AuditCheckpoint.TryRead(first, out var checkpoint).ShouldBeTrue();

        var forged = checkpoint! with { At = checkpoint.At.AddDays(1) };
        await WithAsync(AuditRows.Checkpoints, AuditRows.Checkpoint(1), (forged with { Hash = AuditHash.Of(forged.Canonical()) }).Write(), "signature");
        await WithAsync(AuditRows.Checkpoints, AuditRows.Checkpoint(1), null, "one is missing");
        await WithAsync(AuditRows.Checkpoints, AuditRows.Checkpoint(1), "{}", "not a checkpoint");
        await WithAsync(AuditRows.Leaves(checkpoint.Hash), AuditRows.LeavesPage(0), null, "do not give its root");
        await WithAsync(AuditRows.Leaves(checkpoint.Hash), AuditRows.LeavesPage(0), "{}", "was changed");
    }

    [Fact]
    public async Task Damaged_Checkpoints_AreNotContinued()
    {
        await GrowAsync();
        _world.Store.Tamper(Tables.Checkpoints, AuditRows.Checkpoints, AuditRows.Checkpoint(1), "{}");

        await Should.ThrowAsync<AuditDamagedException>(() => _world.Checkpoints.TakeAsync(default));
    }

    [Fact]
    public async Task Export_AnyLineRemovedRepeatedOrSwapped_IsFound()
    {
        await GrowAsync();
        var lines = (await _world.ExportAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await Gen.Select(Gen.Int[0, lines.Length - 1], Gen.Int[0, lines.Length - 1], Gen.Int[0, 3]).SampleAsync(async (at, other, how) =>
        {
            List<string> changed = [.. lines];
            if (how == 0)
                changed.RemoveAt(at);
            else if (how == 1)
                changed.Insert(at, lines[other]);
            else if (how == 2)
                (changed[at], changed[other]) = (changed[other], changed[at]);
            else
                changed.RemoveRange(at, changed.Count - at);
            return changed.SequenceEqual(lines) || !(await _world.VerifyAsync(string.Join('\n', changed) + "\n")).IsClean;
        }, iter: 400);
    }

    [Fact]
    public async Task Export_AnyCharacterChanged_IsFound()
    {
        await GrowAsync();
        var export = await _world.ExportAsync();
        await Gen.Select(Gen.Int[0, export.Length - 2], Gen.Char[' ', '~']).SampleAsync(
            async (at, put) => export[at] == put || !(await _world.VerifyAsync(export[..at] + put + export[(at + 1)..])).IsClean, iter: 1_000);
    }

    [Fact]
    public void MerkleTree_KnownLeaves_HaveTheRootsOfRfc6962()
    {
        // Roots of the reference implementation's test vectors for trees of 0 and 1 leaves ("" as the leaf).
        MerkleTree.Root([]).ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        MerkleTree.Root([""]).ShouldBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    [Fact]
    public async Task Entries_BehindNoSignature_AreCounted()
    {
        await GrowAsync();
        var before = await _world.VerifyAsync();
        before.Unsigned.ShouldBeLessThan(before.Entries);
        await _world.AppendAsync("case-9", 4);

        (await _world.VerifyAsync()).Unsigned.ShouldBe(before.Unsigned + 4);
        (await AuditVerification.RunAsync(_world.Source, null, default)).Unsigned.ShouldBe(before.Entries + 4);
    }

    [Fact]
    public async Task Export_WhoseSignaturesAreMadeUp_IsBehindNoSignature()
    {
        await GrowAsync();
        var export = System.Text.RegularExpressions.Regex.Replace(await _world.ExportAsync(), "\"signature\":\"[^\"]*\"}", "\"signature\":\"AAAA\"}", System.Text.RegularExpressions.RegexOptions.NonBacktracking);

        var report = await _world.VerifyAsync(export);

        report.IsClean.ShouldBeFalse();
        report.Unsigned.ShouldBe(report.Entries);
    }

    private async Task GrowAsync()
    {
        await _world.AppendAsync("a", 3);
        await _world.AppendAsync("b", 4);
        await _world.Checkpoints.TakeAsync(default);
        await _world.AppendAsync("a", 2, "more");
        await _world.AppendAsync("c", 3);
        await _world.Checkpoints.TakeAsync(default);
    }

    private async Task WithAsync(string partition, string row, string? json, string told)
    {
        var kept = (await _world.Store.GetAsync(Tables.Checkpoints, partition, row, default))!.Json;
        _world.Store.Tamper(Tables.Checkpoints, partition, row, json);
        (await _world.VerifyAsync()).Faults.ShouldContain(fault => fault.Kind == AuditErrorKind.Checkpoint && fault.Message.Contains(told));
        _world.Store.Tamper(Tables.Checkpoints, partition, row, kept);
    }
}
