using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Health;

public sealed class HealthOverviewTests : IDisposable
{
    private static readonly ProbeAdvice Advice = new("Set A:Key.", "Set A:Address.", "Wait.");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
    private readonly KeptLog _log = new();
    private readonly DependencyNotes _notes;
    private HealthOverview? _board;
    private Exception? _fault;
    private int _asked;

    public HealthOverviewTests() => _notes = new DependencyNotes(_time);

    public void Dispose() => _board?.Dispose();

    [Theory]
    [InlineData("403", false, "Set A:Key.")]
    [InlineData("Authorization_RequestDenied", false, "Set A:Key.")]
    [InlineData("authentication", true, "Set A:Key.")]
    [InlineData("unreachable", true, "Set A:Address.")]
    [InlineData("timeout", true, "Set A:Address.")]
    [InlineData("ServerBusy", true, "Wait.")]
    [InlineData("429", true, "Wait.")]
    public async Task Fault_OfAnyKind_IsTheSentenceThatSaysWhatToChange(string code, bool isRetryable, string advice)
    {
        _fault = new VendorException("a", code, "<b>what a vendor wrote</b>", isRetryable);

        var report = await Board(isRequired: false).ReadAsync(default);

        report.Entries.ShouldBe([new HealthEntry("a", HealthState.Degraded, advice)]);
        report.IsReady.ShouldBeTrue();
        _log.Lines.ShouldHaveSingleItem().ShouldBe($"1350 a is Degraded ({code}): {advice}");
    }

    [Fact]
    public async Task Fault_OfWhatIsRequired_IsNotReady()
    {
        _fault = new VendorException("a", "503", "x", isRetryable: true);

        (await Board(isRequired: true).ReadAsync(default)).IsReady.ShouldBeFalse();
    }

    [Fact]
    public async Task Code_OfAVendorsChoice_IsNotLogged()
    {
        _fault = new VendorException("a", "x\r\n1350 store is fine", "x", isRetryable: false);

        await Board(isRequired: false).ReadAsync(default);

        _log.Lines.ShouldHaveSingleItem().ShouldBe("1350 a is Degraded (other): Set A:Key.");
    }

    [Fact]
    public async Task Look_RepeatedAtOnce_AsksOnceAndLogsOnce()
    {
        var board = Board(isRequired: false);
        _fault = new VendorException("a", "403", "x", isRetryable: false);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => board.ReadAsync(default)));
        _asked.ShouldBe(1);
        _time.Advance(HealthOverview.CountsFor);
        await board.ReadAsync(default);

        _asked.ShouldBe(2);
        _log.Lines.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Throttled_WithRetryAfter_IsNotAskedBefore()
    {
        var board = Board(isRequired: false);
        _fault = new VendorException("a", "429", "x", isRetryable: true, TimeSpan.FromMinutes(2));

        await board.ReadAsync(default);
        _time.Advance(TimeSpan.FromSeconds(119));
        await board.ReadAsync(default);
        _asked.ShouldBe(1);
        _fault = null;
        _time.Advance(TimeSpan.FromSeconds(1));

        (await board.ReadAsync(default)).State.ShouldBe(HealthState.Healthy);
        _log.Lines[^1].ShouldBe("1351 a works again");
    }

    [Fact]
    public async Task Look_ThatNeverEnds_IsCutOff()
    {
        var never = new TaskCompletionSource();
        using var board = new HealthOverview([new DependencyProbe("a", true, Advice, _ => never.Task)], _notes, _time, _log);

        var looking = board.ReadAsync(default);
        _time.Advance(HealthOverview.Patience);

        (await looking).Entries.Single().Advice.ShouldBe("Set A:Address.");
    }

    [Fact]
    public async Task Look_WithADefect_DoesNotHideTheOthers()
    {
        _fault = new InvalidOperationException("secret words");
        using var board = new HealthOverview([Probe("a", false), new DependencyProbe("b", true, Advice, _ => Task.CompletedTask)], _notes, _time, _log);

        var report = await board.ReadAsync(default);

        report.Entries.Select(entry => entry.State).ShouldBe([HealthState.Degraded, HealthState.Healthy]);
        _log.Lines.Where(line => line.Contains("secret", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Note_OfARefusedPermission_CountsUntilItIsAllowedOrOld()
    {
        var board = Board(isRequired: false);
        _notes.Refused("a", "Device.Wipe", "Grant Device.Wipe.");
        (await board.ReadAsync(default)).Entries.Single().ShouldBe(new HealthEntry("a", HealthState.Degraded, "Grant Device.Wipe."));

        _notes.Allowed("a", "Device.Wipe");
        (await board.ReadAsync(default)).State.ShouldBe(HealthState.Healthy);
        _notes.Refused("a", "Device.Wipe", "Grant Device.Wipe.");
        _time.Advance(DependencyNotes.RefusalsCountFor);

        (await board.ReadAsync(default)).State.ShouldBe(HealthState.Healthy);
    }

    private HealthOverview Board(bool isRequired) => _board = new HealthOverview([Probe("a", isRequired)], _notes, _time, _log);

    private DependencyProbe Probe(string name, bool isRequired) => new(name, isRequired, Advice, _ =>
    {
        Interlocked.Increment(ref _asked);
        return _fault is { } fault ? Task.FromException(fault) : Task.CompletedTask;
    });

    private sealed class KeptLog : ILogger<HealthOverview>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
                Lines.Add($"{eventId.Id} {formatter(state, exception)}");
        }
    }
}
