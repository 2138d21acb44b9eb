using HelpDesk.Adapters.EmbeddedTriage;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Adapters.Tests.EmbeddedTriage;

/// <summary>A short ticket with two requests belongs to no one group, whatever is likelier.</summary>
public sealed class TwoMattersTests
{
    private static readonly Lazy<TrainedTriage> Trained = new(static () => TriageTrainer.Train(ExampleFile.Read(TestIntents.Shipped)));

    [Theory]
    [InlineData("", "my headset microphone is broken and please add me to the sales mailing list")]
    public void Answer_TwoRequestsInOne_IsNone(string title, string text) =>
        EmbeddedAnswers.Of(Trained.Value, title, text, new EmbeddedTriageOptions()).Abstained.ShouldBe(AbstentionReasons.Ambiguous);

    [Theory]
    [InlineData("", "printer on the third floor is jammed and prints nothing", "printer.problem")]
    [InlineData("", "VPN trennt ständig und verbindet nicht mehr", "network.vpn")]
    public void Answer_OneComplaintWithAnd_IsKept(string title, string text, string intent) =>
        EmbeddedAnswers.Of(Trained.Value, title, text, new EmbeddedTriageOptions()).Intent.ShouldBe(intent);

    [Fact]
    public void Answer_VerySure_IsAsSureAtTheCarefulTemperature()
    {
        const string Text = "I forgot my password, please reset it";
        var best = Trained.Value.Rank("", Text)[0];

        Trained.Value.Confidence(best, "", Text, null).ShouldBeInRange(Temperature.Careful, best.Probability);
        best.Probability.ShouldBeGreaterThan(Temperature.Careful);
    }
}
