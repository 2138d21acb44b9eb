using HelpDesk.Orchestrations.Stages.Knowledge.Finding;
using HelpDesk.Orchestrations.Stages.Knowledge.Meaning;

namespace HelpDesk.Orchestrations.Tests.Knowledge;

public sealed class RankFusionTests
{
    [Fact]
    public void Of_WordsOnly_KeepsTheirOrder() =>
        RankFusion.Of(Words("c", "a", "b"), []).Select(static passage => passage.ArticleKey).ShouldBe(["c", "a", "b"]);

    [Fact]
    public void Of_BothOrders_PutsWhatBothHaveFirstAndEachArticleOnce()
    {
        var fused = RankFusion.Of(Words("w", "both", "x"), Near("m", "n", "both"));

        fused.Select(static passage => passage.ArticleKey).ShouldBe(["both", "m", "w", "n", "x"]);
        fused[0].Score.ShouldBe((1 / 62.0) + (1 / 63.0), 1e-12);
        (fused[0].ByWords, fused[0].ByMeaning).ShouldSatisfyAllConditions(static pair => pair.ByWords.ShouldNotBeNull().Part.ShouldBe(1), static pair => pair.ByMeaning.ShouldNotBeNull().Part.ShouldBe(7));
        fused[1].ByWords.ShouldBeNull();
    }

    // A first place far ahead of the second weighs no more than a first place that is just ahead.
    [Fact]
    public void Of_Nearness_CountsByItsPlaceOnly() =>
        RankFusion.Of(Words("a", "b"), [new("a", 0, 0.99), new("b", 0, 0.36)]).Select(static passage => passage.Score)
            .ShouldBe(RankFusion.Of(Words("a", "b"), [new("a", 0, 0.37), new("b", 0, 0.36)]).Select(static passage => passage.Score));

    [Theory]
    [InlineData(256)]
    [InlineData(67)]
    [InlineData(3)]
    public void Vector_InBytes_IsAsNearAsInNumbers(int dimensions)
    {
        var random = new Random(dimensions);
        for (var times = 0; times < 50; times++)
        {
            float[] one = [.. Enumerable.Range(0, dimensions).Select(_ => random.NextSingle() - 0.5f)], other = [.. one.Select(number => number + random.NextSingle() - 0.5f)];
            var (small, smallOther) = (MeaningVector.Of(one), MeaningVector.Of(other));

            var exact = one.Zip(other, static (left, right) => left * right).Sum() / Math.Sqrt(one.Sum(static number => number * number) * (double)other.Sum(static number => number * number));
            MeaningVector.Product(small, smallOther).ShouldBe(small.Zip(smallOther, static (left, right) => left * right).Sum());
            (MeaningVector.Product(small, smallOther) / (MeaningVector.LengthOf(small) * (double)MeaningVector.LengthOf(smallOther))).ShouldBe(exact, 0.02);
        }
    }

    [Fact]
    public void Vector_ZeroOrNoNumber_IsRefused()
    {
        Should.Throw<ArgumentException>(static () => MeaningVector.Of([]));
        Should.Throw<ArgumentException>(static () => MeaningVector.Of([0, 0]));
        Should.Throw<ArgumentException>(static () => MeaningVector.Of([1, float.NaN]));
        Should.Throw<ArgumentException>(static () => MeaningVector.Of([1, float.PositiveInfinity]));
    }

    private static List<RankedPassage> Words(params string[] keys) => [.. keys.Select(static key => new RankedPassage(key, 1, 0.5, 0.5, []))];

    private static List<NearPassage> Near(params string[] keys) => [.. keys.Select(static key => new NearPassage(key, 7, 0.5))];
}
