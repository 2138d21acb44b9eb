using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Tests.Audit;

public sealed class CheckpointArchivingTests
{
    private readonly AuditWorld _world = new();
    private readonly MemoryArchive _archive = new();
    private int _taken;

    private CheckpointArchiving Archiving => new(_world.Store, [_archive]);

    [Fact]
    public async Task Checkpoints_EachRun_AreCopiedOnce()
    {
        await TakeAsync(2);
        (await Archiving.RunAsync(default)).ShouldBe(2);
        await TakeAsync(1);

        (await Archiving.RunAsync(default)).ShouldBe(1);
        (await Archiving.RunAsync(default)).ShouldBe(0);

        _archive.Copies.Keys.Order().ShouldBe([1, 2, 3]);
        _archive.Copies[1].ShouldStartWith("{\"checkpoint\":{");
        _archive.Copies[1].ShouldContain("\n{\"leaves\":[");
        _archive.Copies[1].ShouldEndWith("\n");
    }

    [Fact]
    public async Task Archive_None_IsNoFault()
    {
        await TakeAsync(1);
        var none = new CheckpointArchiving(_world.Store, []);

        (await none.RunAsync(default)).ShouldBeNull();
        (await none.FaultAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task Archive_AwayForDays_GetsAllThatItMissed()
    {
        _archive.IsDown = true;
        for (var day = 0; day < 3; day++)
        {
            await TakeAsync(1);
            await Should.ThrowAsync<VendorException>(() => Archiving.RunAsync(default));
        }

        _archive.IsDown = false;

        (await Archiving.RunAsync(default)).ShouldBe(3);
    }

    [Fact]
    public async Task Archive_ConfiguredLater_GetsAllAnew()
    {
        await TakeAsync(3);
        await Archiving.RunAsync(default);
        _archive.Copies.Clear();
        _archive.Name = "another";

        (await Archiving.RunAsync(default)).ShouldBe(3);
    }

    [Fact]
    public async Task Stop_AtAnyWrite_LosesNoCopyAndIsNoConflict()
    {
        await TakeAsync(3);
        for (var survived = 0; survived < 3; survived++)
        {
            var left = survived;
            _archive.Copies.Clear();
            _archive.Name = $"archive {survived}";
            _world.Store.BeforeWrite = () => left-- == 0 ? throw new InvalidOperationException("the process dies here") : Task.CompletedTask;
            await Should.ThrowAsync<InvalidOperationException>(() => Archiving.RunAsync(default));
            _world.Store.BeforeWrite = static () => Task.CompletedTask;

            await Archiving.RunAsync(default);

            _archive.Copies.Keys.Order().ShouldBe([1, 2, 3]);
            (await Archiving.FaultAsync(default)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Conflict_IsToldEachTimeAndTheOthersAreCopied()
    {
        await TakeAsync(3);
        _archive.Copies[2] = "{}\n";

        (await Should.ThrowAsync<AuditDamagedException>(() => Archiving.RunAsync(default))).Message.ShouldContain("checkpoint 2:");
        (await Should.ThrowAsync<AuditDamagedException>(() => Archiving.RunAsync(default))).Message.ShouldContain("checkpoint 2:");

        _archive.Copies.Count.ShouldBe(3);
        _archive.Copies[2].ShouldBe("{}\n");
        (await Archiving.FaultAsync(default))!.ShouldContain("checkpoint 2:");
    }

    [Fact]
    public async Task Comparison_NothingChanged_CountsWhatHasNoCopyYet()
    {
        await TakeAsync(2);
        await Archiving.RunAsync(default);
        await TakeAsync(1);

        var (faults, without) = await ArchiveComparison.RunAsync(_world.Source, _archive.Copies, default);

        (faults.Count, without).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Comparison_OfAnExport_FindsTheSame()
    {
        await TakeAsync(2);
        await Archiving.RunAsync(default);
        var export = await _world.ExportAsync();

        var (faults, without) = await ArchiveComparison.RunAsync(new AuditFileSource(() => new StringReader(export)), _archive.Copies, default);

        (faults.Count, without).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Comparison_NewestCheckpointDeletedAndTakenAnew_FindsIt()
    {
        await TakeAsync(3);
        await Archiving.RunAsync(default);
        foreach (var number in new[] { 2L, 3L })
            _world.Store.Tamper(Tables.Checkpoints, AuditRows.Checkpoints, AuditRows.Checkpoint(number), null);
        await TakeAsync(1);
        // Whoever holds key and store makes a log that is whole in itself.
        (await _world.VerifyAsync()).IsClean.ShouldBeTrue();

        var (faults, _) = await ArchiveComparison.RunAsync(_world.Source, _archive.Copies, default);

        faults.Select(fault => fault.Sequence).ShouldBe([2, 3]);
    }

    private async Task TakeAsync(int checkpoints)
    {
        for (var i = 0; i < checkpoints; i++)
        {
            await _world.AppendAsync("case-1", 1, $"t{_taken++}-");
            (await _world.Checkpoints.TakeAsync(default)).ShouldNotBeNull();
        }
    }
}
