using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;
using HelpDesk.Orchestrations.Stages.Knowledge.Syncing;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Knowledge;

public sealed class KnowledgeSearchTests : IDisposable
{
    private const string Question = "The tunnel drops whenever I work from home";

    private static readonly KnowledgeReader Employee = new(new PersonId("11111111-1111-1111-1111-111111111111"), "ann@example.com", IsStaff: false);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));
    private readonly FakeSource _source = new();
    private readonly MemoryIndex _index = new();
    private readonly KnowledgeStore _store = new(new MemoryRecordStore());
    private readonly KnowledgeIndex _knowledge;
    private readonly KnowledgeSearch _search;
    private readonly KnowledgeSync _sync;

    public KnowledgeSearchTests()
    {
        _knowledge = new KnowledgeIndex(_index, [_source], _store);
        _search = new KnowledgeSearch(_knowledge, new KnowledgeRights([_source], Options.Create(new KnowledgeOptions()), _time, NullLogger<KnowledgeRights>.Instance), _store);
        _sync = new KnowledgeSync([_source], _store, _time, NullLogger<KnowledgeSync>.Instance);
        _source.With("printer", "Add the office printer", "## Resolution\nOpen the settings and choose the printer.").With("mail", "Create a signature", "## Resolution\nCopy the text.");
    }

    public void Dispose() => _knowledge.Dispose();

    [Theory]
    [InlineData("The tunnel drops whenever I work from home")]
    [InlineData("vpn bricht zu Hause dauernd ab")]
    [InlineData("la vpn se corta en casa")]
    [InlineData("le vpn coupe à la maison")]
    [InlineData("vpnn drops at home")]
    public async Task Question_InAnyOfTheLanguagesOrMisspelt_FindsTheArticleThatAnswersIt(string question)
    {
        _source.With("vpn", "VPN drops at home", "## Issue\nThe VPN drops.\n\n## Resolution\nUse a cable and restart the router.");
        await _sync.RunAsync(default);

        (await FindAsync(question)).ShouldBe(["vpn"]);
    }

    [Theory]
    [InlineData("How do I scan to my mail?")]
    [InlineData("The projector has no picture")]
    [InlineData("Who won the match yesterday?")]
    [InlineData("")]
    public async Task Question_NoArticleAnswers_FindsNothing(string question)
    {
        _source.With("vpn", "VPN drops at home", "## Resolution\nUse a cable.");
        await _sync.RunAsync(default);

        (await FindAsync(question)).ShouldBeEmpty();
    }

    [Fact]
    public async Task NothingFound_IsSaidOnlyWhenTheSourceWasReadLately()
    {
        (await _search.FindAsync(Question, "en", Employee, default)).IsComplete.ShouldBeFalse("it was never read");
        await _sync.RunAsync(default);
        (await _search.FindAsync(Question, "en", Employee, default)).IsComplete.ShouldBeTrue();

        _time.Advance(new KnowledgeOptions().TimeToLive);

        (await _search.FindAsync(Question, "en", Employee, default)).IsComplete.ShouldBeFalse("it may have an article by now");
    }

    [Fact]
    public async Task Article_ExpiredOrForStaff_IsNotEvenRanked()
    {
        _source.With("expired", "VPN drops at home", "## Resolution\nOld client.", article => article with { ValidUntil = _time.GetUtcNow() })
            .With("staff", "VPN drops at home: desk procedure", "## Resolution\nAsk for the token.", article => article with { Audience = KnowledgeAudience.Staff });
        await _sync.RunAsync(default);

        (await FindAsync(Question)).ShouldBeEmpty();
        _index.Offered.ShouldNotContain(ArticleKey.Of("wiki", "expired"));
        _index.Offered.ShouldNotContain(ArticleKey.Of("wiki", "staff"));
        (await _search.FindAsync(Question, "en", Employee with { IsStaff = true }, default)).Passages.ShouldHaveSingleItem().Article.ArticleId.ShouldBe("staff");
    }

    [Fact]
    public async Task Article_WithRightsOfItsOwn_IsFoundOnlyByWhomTheSourceLetsRead()
    {
        _source.With("vpn", "VPN drops at home", "## Resolution\nUse a cable.", article => article with { Audience = KnowledgeAudience.Restricted });
        await _sync.RunAsync(default);
        (await FindAsync(Question)).ShouldBeEmpty();

        _source.Readers.Add("vpn|ann@example.com");
        (await FindAsync(Question)).ShouldBe(["vpn"]);

        _source.IsAway = true;
        (await FindAsync(Question)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rights_RevokedBetweenRetrievalAndAnswer_TakeTheAnswerBack()
    {
        _source.With("vpn", "VPN drops at home", "## Resolution\nUse a cable.", article => article with { Audience = KnowledgeAudience.Restricted });
        _source.Readers.Add("vpn|ann@example.com");
        await _sync.RunAsync(default);
        var passage = (await _search.FindAsync(Question, "en", Employee, default)).Passages.ShouldHaveSingleItem();
        var answer = new KnowledgeAnswer("en", "Use a cable.", [new GivenPassage(passage.ArticleKey, "wiki", "vpn", "1", 0, "VPN", passage.Article.Link, "Use a cable.", "hash")], KnowledgeAnswer.Extract);
        (await _search.MayStillAsync(answer, Employee, default)).ShouldBeTrue();

        _source.Readers.Clear();

        (await _search.MayStillAsync(answer, Employee, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Source_Away_KeepsItsLastStateUntilItsTimeToLiveIsOver()
    {
        _source.With("vpn", "VPN drops at home", "## Resolution\nUse a cable.");
        await _sync.RunAsync(default);
        _source.IsAway = true;
        _time.Advance(TimeSpan.FromHours(23));
        await Should.ThrowAsync<VendorException>(() => _sync.RunAsync(default));
        (await FindAsync(Question)).ShouldBe(["vpn"]);
        (await _store.StateAsync("wiki", default)).ShouldNotBeNull().Failure.ShouldNotBeNull().ShouldContain("does not answer");

        _time.Advance(TimeSpan.FromHours(1));
        (await FindAsync(Question)).ShouldBeEmpty();

        _source.IsAway = false;
        await _sync.RunAsync(default);
        (await FindAsync(Question)).ShouldBe(["vpn"]);
    }

    [Fact]
    public async Task Article_ChangedOrGone_IsSoAtTheNextQuestion()
    {
        _source.With("vpn", "VPN drops at home", "## Resolution\nUse a cable.");
        await _sync.RunAsync(default);
        (await FindAsync(Question)).ShouldBe(["vpn"]);

        _source.With("vpn", "VPN drops at home", "## Resolution\nMove nearer to the router.");
        await _sync.RunAsync(default);
        (await _search.FindAsync(Question, "en", Employee, default)).Passages.ShouldHaveSingleItem().Part.Text.ShouldContain("nearer");

        _source.Articles.Remove("vpn");
        await _sync.RunAsync(default);
        (await FindAsync(Question)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Articles_ThatGiveDifferentTimesOnTheSame_AreBothNamed()
    {
        _source.With("old", "Recover deleted mail", "## Resolution\nDeleted mail can be recovered for **14 days**.")
            .With("new", "How long deleted mail is kept", "## Resolution\n- Deleted mail: recoverable for **30 days**.", article => article with { UpdatedAt = article.UpdatedAt.AddDays(60) });
        await _sync.RunAsync(default);

        var found = await _search.FindAsync("how long can I recover deleted mail", "en", Employee, default);

        found.Passages.Concat(found.Contradicting).Select(passage => passage.Article.ArticleId).Order(StringComparer.Ordinal).ShouldBe(["new", "old"]);
    }

    private async Task<IReadOnlyList<string>> FindAsync(string question) => [.. (await _search.FindAsync(question, "en", Employee, default)).Passages.Select(passage => passage.Article.ArticleId)];
}
