using HelpDesk.Orchestrations.Domain.Bulk;

namespace HelpDesk.Orchestrations.Tests.Bulk;

public sealed class BulkLimitsTests
{
    [Theory]
    [InlineData(1, "1")]
    [InlineData(5, "5")]
    [InlineData(6, "5 1")]
    [InlineData(55, "5 50")]
    [InlineData(500, "5 50 445")]
    public void Waves_OfSoManyTargets_CoverEachOnce(int targets, string sizes)
    {
        var waves = new BulkLimits([5, 50], 8, 600, 0.2, 0.1, 10).WavesOf(targets);

        string.Join(' ', waves.Select(wave => wave.Count)).ShouldBe(sizes);
        waves.SelectMany(wave => Enumerable.Range(wave.From, wave.Count)).ShouldBe(Enumerable.Range(0, targets));
    }
}
