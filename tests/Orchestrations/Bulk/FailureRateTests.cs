using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk.Running;

namespace HelpDesk.Orchestrations.Tests.Bulk;

public sealed class FailureRateTests
{
    private static readonly BulkLimits Limits = new([5, 50], 8, 600, 0.2, 0.1, 10);

    [Theory]
    [InlineData(5, 0, true, false)]
    [InlineData(4, 1, true, true)]
    [InlineData(4, 1, false, false)]
    [InlineData(8, 2, false, true)]
    [InlineData(9, 1, false, false)]
    [InlineData(0, 0, true, false)]
    public void Wave_FailuresReachTheShare_StopsOnceEnoughEnded(int good, int bad, bool isWaveOver, bool stops)
    {
        var wave = new BulkTally(Done: good, Failed: bad);

        (FailureRate.WhyStop(wave, new BulkTally(Done: 1_000), Limits, isWaveOver) is not null).ShouldBe(stops);
    }

    [Theory]
    [InlineData(90, 10, true)]
    [InlineData(91, 9, false)]
    public void Run_FailuresOverAllWavesReachTheShare_Stops(int good, int bad, bool stops) =>
        (FailureRate.WhyStop(new BulkTally(Done: 50), new BulkTally(Done: good, Undone: bad), Limits, isWaveOver: false) is not null).ShouldBe(stops);

    [Fact]
    public void Skipped_TargetsOfNobodysFault_AreNotJudged() =>
        FailureRate.WhyStop(new BulkTally(Skipped: 40, Busy: 9, Done: 9), new BulkTally(Skipped: 40, Done: 9, Failed: 0), Limits, isWaveOver: true).ShouldBeNull();
}
