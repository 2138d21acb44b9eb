using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;
using HelpDesk.Orchestrations.Stages.Knowledge.Meaning;
using HelpDesk.Orchestrations.Stages.Knowledge.Syncing;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Knowledge;

public sealed class MeaningSearchTests : IDisposable
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    private const string German = "Wo lasse ich mein Fahrrad?";

    private static readonly KnowledgeReader Employee = new(new PersonId("11111111-1111-1111-1111-111111111111"), "ann@example.com", IsStaff: false);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryRecordStore _records = new();
    private readonly FakeSource _source = new();
    private readonly FakeEmbeddings _model = new();
    private readonly KnowledgeIndex _knowledge;
    private readonly MeaningIndex _meaning;
    private readonly KnowledgeSearch _search;
    private readonly KnowledgeSync _sync;
    private readonly VectorFill _fill;

    public MeaningSearchTests()
    {
        var (store, vectors, options) = (new KnowledgeStore(_records), new KnowledgeVectors(_records), Options.Create(new KnowledgeOptions()));
        (_knowledge, _meaning) = (new KnowledgeIndex(new MemoryIndex(), [_source], store), new MeaningIndex([_model], [_source], vectors));
        _search = new KnowledgeSearch(
            _knowledge, new KnowledgeRights([_source], options, _time, NullLogger<KnowledgeRights>.Instance),
            new NearSearch(new QuestionMeaning([_model], _time, NullLogger<QuestionMeaning>.Instance), _meaning, options), store);
        _sync = new KnowledgeSync([_source], store, _time, NullLogger<KnowledgeSync>.Instance);
        _fill = new VectorFill([_model], [_source], store, vectors, NullLogger<VectorFill>.Instance);
        _source.With("lunch", "Canteen hours", "## Resolution\nOpen from eleven.").With("vpn", "VPN drops at home", "## Resolution\nUse a cable and restart the router.");
    }

    public void Dispose()
    {
        _knowledge.Dispose();
        _meaning.Dispose();
    }

    [Fact]
    public async Task Question_NoWordInCommon_FindsTheArticleForAModelAndNoAnswerByItself()
    {
        _source.With("parking", "Bicycle cellar", "## Resolution\nAsk the front office.");
        await ReadAsync();

        var found = await _search.FindAsync(German, "de", Employee, default);

        found.Passages.ShouldBeEmpty();
        found.Near.ShouldHaveSingleItem().Article.ArticleId.ShouldBe("parking");
        found.Nearest[0].ShouldBe("parking");
        // What only means the same keeps no draft from being written.
        (await _search.ExistingAsync(German, "de", default)).ShouldNotBeNull().ShouldBeEmpty();
    }

    [Fact]
    public async Task Question_AnsweredByItsWords_IsAnsweredAsWithoutAModel()
    {
        _source.With("parking", "Bicycle cellar", "## Resolution\nAsk the front office.");
        await ReadAsync();

        var found = await _search.FindAsync("The tunnel drops whenever I work from home", "en", Employee, default);

        found.Passages.ShouldHaveSingleItem().Article.ArticleId.ShouldBe("vpn");
        found.Near.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, KnowledgeAudience.Restricted, 0)]
    [InlineData(true, KnowledgeAudience.Restricted, 0)]
    [InlineData(false, KnowledgeAudience.Staff, 0)]
    [InlineData(true, KnowledgeAudience.Staff, 1)]
    [InlineData(false, KnowledgeAudience.Everyone, 1)]
    public async Task Article_OnlyMeaningWouldFind_IsRetrievedForThoseWhoMayReadIt(bool isStaff, KnowledgeAudience audience, int found)
    {
        _source.With("parking", "Bicycle cellar", "## Resolution\nAsk the front office.", article => article with { Audience = audience });
        await ReadAsync();

        (await NearAsync(isStaff)).Count.ShouldBe(found);
        // Neither does it take a place among what is only measured.
        (await _search.FindAsync(German, "de", Employee with { IsStaff = isStaff }, default)).Nearest.Contains("parking").ShouldBe(found > 0);
    }

    [Fact]
    public async Task Article_WithRightsOfItsOwn_IsNearOnlyWhileItsSourceSaysSo()
    {
        _source.With("parking", "Bicycle cellar", "## Resolution\nAsk the front office.", article => article with { Audience = KnowledgeAudience.Restricted });
        _source.Readers.Add("parking|ann@example.com");
        await ReadAsync();
        (await NearAsync()).ShouldBe(["parking"]);

        _source.IsAway = true;
        (await NearAsync()).ShouldBeEmpty();

        _source.IsAway = false;
        _source.Readers.Clear();
        (await NearAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Articles_ThatThePersonMayNotRead_TakeNoPlaceFromOneThatTheyMay()
    {
        for (var number = 0; number < 60; number++)
            _source.With($"secret{number}", "Fahrrad bicycle", "## Resolution\nBicycle.", article => article with { Audience = KnowledgeAudience.Restricted });
        _source.With("parking", "Bicycle cellar and locker", "## Resolution\nAsk the front office.");
        await ReadAsync();

        (await NearAsync()).ShouldBe(["parking"]);
        _source.Asked.ShouldBeLessThanOrEqualTo(12);
    }

    [Fact]
    public async Task Article_ExpiredOrOfASourceThatIsTooOld_IsNotNear()
    {
        _source.With("parking", "Bicycle cellar", "## Resolution\nAsk the front office.", article => article with { ValidUntil = _time.GetUtcNow().AddHours(1) });
        await ReadAsync();
        (await NearAsync()).ShouldBe(["parking"]);

        _time.Advance(TimeSpan.FromHours(1));
        (await NearAsync()).ShouldBeEmpty();

        _source.With("parking", "Bicycle cellar", "## Resolution\nAsk the front office.");
        await ReadAsync();
        (await NearAsync()).ShouldBe(["parking"]);
        _time.Advance(TimeSpan.FromHours(25));
        (await NearAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Article_ChangedSinceItsVectors_IsNotNearUntilItHasNewOnes()
    {
        _source.With("parking", "Bicycle cellar", "## Resolution\nAsk the front office.");
        await ReadAsync();
        _source.With("parking", "Locker key", "## Resolution\nAsk for it.");
        await _sync.RunAsync(default);
        (await NearAsync()).ShouldBeEmpty();

        await _fill.RunAsync(default);
        (await NearAsync()).ShouldBeEmpty();
        (await _search.FindAsync("Wo ist mein Spind?", "de", Employee, default)).Near.Select(passage => passage.Article.ArticleId).ShouldContain("parking");
    }

    [Fact]
    public async Task Question_NearToNothing_IsOfferedToNoModel()
    {
        await ReadAsync();

        (await NearAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Model_Away_TheSearchGoesOnByWords()
    {
        await ReadAsync();
        _model.Before = static (_, _) => throw FakeEmbeddings.Away;

        (await _search.FindAsync("The tunnel drops whenever I work from home", "en", Employee, default)).Passages.ShouldHaveSingleItem().Article.ArticleId.ShouldBe("vpn");
    }

    [Fact]
    public async Task Model_DoesNotAnswer_IsWaitedForThreeSeconds()
    {
        await ReadAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _model.Before = async (_, cancellation) =>
        {
            asked.SetResult();
            await Never.WaitAsync(cancellation);
        };

        var search = _search.FindAsync("The tunnel drops whenever I work from home", "en", Employee, default);
        await asked.Task;
        search.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(3));

        (await search).Passages.ShouldHaveSingleItem().Article.ArticleId.ShouldBe("vpn");
    }

    [Fact]
    public async Task Model_Answers_OtherActivitiesHaveThePlaceMeanwhile()
    {
        await ReadAsync();
        await _search.FindAsync(German, "de", Employee, default);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _model.Before = (_, _) => answer.Task;
        var lent = 0;
        Task<FoundKnowledge> search;
        using (WorkSlot.Enter(() => lent++))
            search = _search.FindAsync(German, "de", Employee, default);

        lent.ShouldBe(1);
        // The store and the index of words are free too.
        (await _search.ExistingAsync("The tunnel drops whenever I work from home", "en", default)).ShouldNotBeNull().ShouldHaveSingleItem();
        answer.SetResult();
        await search;
    }

    [Fact]
    public async Task Question_TheSearchIsStopped_IsStoppedAndNotGoneOnWith()
    {
        await ReadAsync();
        using var stop = new CancellationTokenSource();
        _model.Before = (_, cancellation) =>
        {
            stop.Cancel();
            return Never.WaitAsync(cancellation);
        };

        await Should.ThrowAsync<OperationCanceledException>(() => _search.FindAsync(German, "de", Employee, stop.Token));
    }

    private async Task ReadAsync()
    {
        await _sync.RunAsync(default);
        await _fill.RunAsync(default);
    }

    private async Task<List<string>> NearAsync(bool isStaff = false) =>
        [.. (await _search.FindAsync(German, "de", Employee with { IsStaff = isStaff }, default)).Near.Select(static passage => passage.Article.ArticleId)];
}
