using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Policy.Modes;

public sealed class RolloutBucketTests
{
    private const int Cases = 20_000;

    // The bucket of a case may never change, or cases would move in and out of a rollout with a new version.
    [Theory]
    [InlineData("servicenow-1", "device-sync", 92)]
    [InlineData("servicenow-2", "device-sync", 9)]
    [InlineData("servicenow-1", "device-slow", 31)]
    public void Bucket_OfACase_IsTheSameForEver(string caseId, string runbookId, int bucket) => RolloutBucket.Of(new CaseId(caseId), runbookId).ShouldBe(bucket);

    [Fact]
    public void Buckets_OfManyCases_AreEvenAndFrom0To99()
    {
        var counts = Enumerable.Range(0, Cases).Select(number => RolloutBucket.Of(new CaseId($"servicenow-{number}"), "device-sync")).CountBy(bucket => bucket).ToDictionary();

        counts.Keys.Order().ShouldBe(Enumerable.Range(0, 100));
        // 200 each on average; five standard deviations are 70.
        counts.Values.ShouldAllBe(count => count > 130 && count < 270);
    }

    [Fact]
    public void Rollouts_OfTwoRunbooks_DoNotPickTheSameCases() =>
        Enumerable.Range(0, Cases).Count(number => RolloutBucket.Of(new CaseId($"servicenow-{number}"), "a") < 10 && RolloutBucket.Of(new CaseId($"servicenow-{number}"), "b") < 10)
            .ShouldBeInRange(130, 270);
}
