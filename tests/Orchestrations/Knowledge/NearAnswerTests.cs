using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Answers;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Knowledge;

/// <summary>What only means something like the question is an answer in a model's checked words, or none.</summary>
public sealed class NearAnswerTests
{
    private const string Sentence = "Ask the front office for a permit.";

    private static readonly FoundKnowledge Near = new([], [], [], []) { Near = [Passage("canteen", "Lunch is served from eleven."), Passage("parking", Sentence)] };

    [Fact]
    public async Task Model_CitesOne_IsTheOnlySourceAndTheOtherIsKeptAsOffered()
    {
        var answer = (await WriteAsync(Near, Proposes("p2", Sentence))).ShouldNotBeNull();

        answer.Text.ShouldSatisfyAllConditions(static text => text.ShouldContain("Holen Sie"), static text => text.ShouldContain("https://wiki.example.com/parking"), static text => text.ShouldNotContain("canteen"));
        answer.Passages.ShouldHaveSingleItem().ArticleId.ShouldBe("parking");
        answer.Offered.ShouldHaveSingleItem().ArticleId.ShouldBe("canteen");
        answer.WrittenBy.ShouldBe("fake");
    }

    [Fact]
    public async Task Model_SaysThatTheyDoNotAnswer_IsBelieved() => (await WriteAsync(Near, static () => new ProposedAnswer(false, []))).ShouldBeNull();

    [Fact]
    public async Task Model_QuotesWhatIsNotThere_IsNotUsed() => (await WriteAsync(Near, Proposes("p2", "Ask the back office for a permit."))).ShouldBeNull();

    [Fact]
    public async Task Model_CitesWhatWasNotOffered_IsNotUsed() => (await WriteAsync(Near, Proposes("p3", Sentence))).ShouldBeNull();

    [Fact]
    public async Task Model_Away_ThereIsNoAnswer() => (await WriteAsync(Near, static () => throw FakeEmbeddings.Away)).ShouldBeNull();

    [Fact]
    public async Task Model_None_ThereIsNoAnswer() => (await WriteAsync(Near, null)).ShouldBeNull();

    [Fact]
    public async Task Nothing_Found_NoModelIsAsked() =>
        (await WriteAsync(new FoundKnowledge([], [], [], []), static () => throw new InvalidOperationException("It was asked."))).ShouldBeNull();

    [Fact]
    public async Task Words_Answer_WithTheModelAwayThePassageItselfIsGiven() =>
        (await WriteAsync(Near with { Passages = [Passage("parking", Sentence)], Near = [] }, static () => throw FakeEmbeddings.Away)).ShouldNotBeNull().WrittenBy.ShouldBe(KnowledgeAnswer.Extract);

    private static Func<ProposedAnswer> Proposes(string passage, string quote) => () => new ProposedAnswer(true, [new ProposedStep("Holen Sie sich einen Ausweis am Empfang.", [new ProposedCitation(passage, quote)])]);

    private static Task<KnowledgeAnswer?> WriteAsync(FoundKnowledge found, Func<ProposedAnswer>? model) =>
        new AnswerWriter(model is null ? [] : [new FakeModel(model)], Options.Create(new KnowledgeOptions()), new FakeTimeProvider(), NullLogger<AnswerWriter>.Instance).WriteAsync("Wo lasse ich mein Fahrrad?", "de", found, default);

    private static FoundPassage Passage(string id, string text) => new(
        $"wiki|{id}", new KnowledgeArticle("wiki", id, "1", id, "en", text, DateTimeOffset.UnixEpoch, new Uri($"https://wiki.example.com/{id}")), new ArticlePart(0, text, "", text), 0);

    private sealed class FakeModel(Func<ProposedAnswer> answer) : IAnswerModel
    {
        public string Id => "fake";

        public Task<ProposedAnswer> AnswerAsync(AnswerRequest request, CancellationToken cancellation) => Task.FromResult(answer());
    }
}
