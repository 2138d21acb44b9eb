using HelpDesk.Orchestrations.Flows.Timers;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Audit;

/// <summary>Checkpoints while the program runs: how little is behind no signature.</summary>
public sealed class SteadyCheckpointTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
    private readonly MemoryRecordStore _store = new();
    private readonly AuditWorld _signer = new();
    private readonly AppendedChains _appended = new();

    [Fact]
    public async Task Entries_BeforeTheStart_AreSignedAtOnce()
    {
        await new AuditLog(_store, _time).AppendAsync(AuditLogTests.Event("k1", "case-1"), default);

        await RunningAsync(new CheckpointOptions(), async () => await UnsignedAsync(0));
    }

    [Fact]
    public async Task Entries_AfterSoLong_AreSigned()
    {
        await RunningAsync(new CheckpointOptions(), async () =>
        {
            await AppendAsync(3);
            (await ReportAsync()).Unsigned.ShouldBe(3);

            // Also when the clock is advanced before the loop waits.
            await UntilAsync(async () =>
            {
                _time.Advance(TimeSpan.FromMinutes(1));
                return (await ReportAsync()).Unsigned == 0;
            });
        });
    }

    [Fact]
    public async Task Entries_SoMany_AreSignedWithoutAnyTimePassing()
    {
        await RunningAsync(new CheckpointOptions { CheckpointAfterEntries = 5 }, async () =>
        {
            await AppendAsync(5);
            await UnsignedAsync(0);
        });
    }

    [Fact]
    public async Task Stop_SignsTheRest()
    {
        await RunningAsync(new CheckpointOptions(), () => AppendAsync(3));

        (await ReportAsync()).ShouldSatisfyAllConditions(report => report.Unsigned.ShouldBe(0), report => report.IsClean.ShouldBeTrue(), report => report.Entries.ShouldBe(3));
    }

    [Fact]
    public async Task Checkpoints_OfTwoPrograms_FollowEachOther()
    {
        var log = new AuditLog(_store, _time, _appended);
        var otherAppended = new AppendedChains();
        var other = (Log: new AuditLog(_store, _time, otherAppended), Checkpoints: new AuditCheckpoints(_store, _signer, _time, otherAppended));
        var own = new AuditCheckpoints(_store, _signer, _time, _appended);
        for (var i = 0; i < 5; i++)
        {
            await log.AppendAsync(AuditLogTests.Event($"a{i}", "case-1"), default);
            await other.Log.AppendAsync(AuditLogTests.Event($"b{i}", i % 2 == 0 ? "case-1" : "case-2"), default);
            (await own.TakeRecentAsync(default)).ShouldNotBeNull();
            await other.Checkpoints.TakeRecentAsync(default);
        }

        (await own.TakeNextAsync(default)).ShouldBeNull();
        var report = await ReportAsync();
        report.Faults.ShouldBeEmpty();
        report.Unsigned.ShouldBe(0);
    }

    [Fact]
    public async Task Checkpoint_WithoutTheKey_CoversItsChainsNextTime()
    {
        var own = new AuditCheckpoints(_store, new AbsentKey(), _time, _appended);
        await new AuditLog(_store, _time, _appended).AppendAsync(AuditLogTests.Event("k1", "case-1"), default);
        await Should.ThrowAsync<InvalidOperationException>(() => own.TakeRecentAsync(default));

        (await new AuditCheckpoints(_store, _signer, _time, _appended).TakeRecentAsync(default)).ShouldNotBeNull().IsPartial.ShouldBeTrue();
        (await ReportAsync()).Unsigned.ShouldBe(0);
    }

    private async Task RunningAsync(CheckpointOptions options, Func<Task> whileRunning)
    {
        using var stop = new CancellationTokenSource();
        var protection = new AuditProtection(new AuditCheckpoints(_store, _signer, _time, _appended), new CheckpointArchiving(_store, []));
        using var steady = new SteadyCheckpoints(protection, _appended, Options.Create(options), _time, NullLogger<SteadyCheckpoints>.Instance);
        var running = steady.RunAsync(stop.Token);
        await whileRunning();
        await stop.CancelAsync();
        await running;
        await steady.EndAsync(default);
    }

    private async Task AppendAsync(int entries)
    {
        var log = new AuditLog(_store, _time, _appended);
        for (var i = 0; i < entries; i++)
            await log.AppendAsync(AuditLogTests.Event($"k{i}", $"case-{i % 2}"), default);
    }

    private Task<AuditReport> ReportAsync() => AuditVerification.RunAsync(new AuditStoreSource(_store), _signer, default);

    private Task UnsignedAsync(long wanted) => UntilAsync(async () => (await ReportAsync()).Unsigned == wanted);

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 10_000; i++)
        {
            if (await isSo())
                return;
            await Task.Yield();
        }

        (await isSo()).ShouldBeTrue();
    }

    private sealed class AbsentKey : ICheckpointSigner
    {
        public string KeyId => "test-key";

        public Task<string> SignAsync(string text, CancellationToken cancellation) => throw new InvalidOperationException("No key.");

        public Task<bool> VerifyAsync(string keyId, string text, string signature, CancellationToken cancellation) => Task.FromResult(false);
    }
}
