using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Meaning;
using HelpDesk.Orchestrations.Stages.Knowledge.Syncing;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Knowledge;

public sealed class VectorFillTests : IDisposable
{
    private const int Many = 120;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryRecordStore _records = new();
    private readonly FakeSource _source = new();
    private readonly KnowledgeStore _store;
    private readonly KnowledgeVectors _vectors;
    private readonly KnowledgeSync _sync;
    private readonly List<MeaningIndex> _indexes = [];
    private FakeEmbeddings _model = new();

    public VectorFillTests()
    {
        (_store, _vectors) = (new KnowledgeStore(_records), new KnowledgeVectors(_records));
        _sync = new KnowledgeSync([_source], _store, _time, NullLogger<KnowledgeSync>.Instance);
    }

    public void Dispose() => _indexes.ForEach(static index => index.Dispose());

    [Fact]
    public async Task Article_New_GetsItsVectorsOnceHoweverManyRunsAndProcessesThereAre()
    {
        _source.With("parking", "Bicycle cellar", "Ask the front office.").With("lunch", "Canteen", "Open from 11.");
        await _sync.RunAsync(default);

        (await FillAsync()).ShouldBe("2 articles were prepared for search by meaning.");
        (await FillAsync()).ShouldBeEmpty();
        // Another process: the same store, nothing in memory.
        (await Fill().RunAsync(default)).ShouldBeEmpty();

        _model.Given.Count.ShouldBe(2);
        (await ReadyAsync(Index())).ShouldBe(["lunch", "parking"]);
    }

    [Fact]
    public async Task Article_Changed_IsTheOnlyOneAskedForAgainAndKnownToARunningProcess()
    {
        _source.With("parking", "Bicycle cellar", "Ask the front office.").With("lunch", "Canteen", "Open from 11.");
        await _sync.RunAsync(default);
        await FillAsync();
        var running = Index();
        (await ReadyAsync(running)).Count.ShouldBe(2);
        _model.Given.Clear();

        _source.With("parking", "Bicycle cellar", "Ask the building's reception.");
        await _sync.RunAsync(default);
        (await ReadyAsync(running)).ShouldBe(["lunch"]);
        await FillAsync();

        _model.Given.ShouldHaveSingleItem().ShouldContain("reception");
        (await ReadyAsync(running)).ShouldBe(["lunch", "parking"]);
    }

    [Fact]
    public async Task Article_Removed_LosesItsVectorsInTheStoreAndInARunningProcess()
    {
        _source.With("parking", "Bicycle cellar", "Ask the front office.").With("lunch", "Canteen", "Open from 11.");
        await _sync.RunAsync(default);
        await FillAsync();
        var running = Index();
        await running.ReadAsync(default);
        (await _vectors.FindAsync(ArticleKey.Of("wiki", "parking"), default)).ShouldNotBeNull().Values.ShouldNotBeEmpty();

        _source.Articles.Remove("parking");
        await _sync.RunAsync(default);
        await FillAsync();

        (await _vectors.FindAsync(ArticleKey.Of("wiki", "parking"), default)).ShouldNotBeNull().Values.ShouldBeEmpty();
        var digest = (await _store.FindAsync(ArticleKey.Of("wiki", "lunch"), default))!.Digest;
        var view = await running.ReadAsync(default);
        view.Has(ArticleKey.Of("wiki", "lunch"), digest).ShouldBeTrue();
        view.Nearest([127, 0, 0, 12], -1, 9, static (_, _) => true).ShouldHaveSingleItem().ArticleKey.ShouldBe(ArticleKey.Of("wiki", "lunch"));
    }

    // Before each of the writes of a run: nothing is lost, and what is kept is not asked for again.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Run_StoppedBeforeAWrite_GoesOnFromThere(int write)
    {
        AddMany();
        await _sync.RunAsync(default);
        var running = Index();
        await running.ReadAsync(default);
        var left = write;
        _records.BeforeWrite = () => --left == 0 ? throw new InvalidOperationException("The process ends here.") : Task.CompletedTask;

        await Should.ThrowAsync<InvalidOperationException>(FillAsync);
        _records.BeforeWrite = static () => Task.CompletedTask;
        (await ReadyAsync(running)).Count.ShouldBe(Math.Min(Many, (write - 1) * 50));
        await FillAsync();

        (await ReadyAsync(running)).Count.ShouldBe(Many);
        (await ReadyAsync(Index())).Count.ShouldBe(Many);
        // One group, whose answer was lost before it was kept, is the most that is asked for twice.
        _model.Given.Count.ShouldBeLessThanOrEqualTo(Many + 50);
        await FillAsync();
        _model.Given.Count.ShouldBeLessThanOrEqualTo(Many + 50);
    }

    [Fact]
    public async Task Run_StoppedWhileTheModelAnswers_AsksForTheRestOnly()
    {
        AddMany();
        await _sync.RunAsync(default);
        var calls = 0;
        _model.Before = (_, _) => ++calls == 2 ? throw new OperationCanceledException() : Task.CompletedTask;

        await Should.ThrowAsync<OperationCanceledException>(FillAsync);
        await FillAsync();

        _model.Given.Count.ShouldBe(Many);
        _model.Given.Distinct(StringComparer.Ordinal).Count().ShouldBe(Many);
        (await ReadyAsync(Index())).Count.ShouldBe(Many);
    }

    [Fact]
    public async Task Model_Another_IsAskedForAllAndVectorsOfTheOldOneAreNotCompared()
    {
        _source.With("parking", "Bicycle cellar", "Ask the front office.").With("lunch", "Canteen", "Open from 11.");
        await _sync.RunAsync(default);
        await FillAsync();

        _model = new FakeEmbeddings("other:4");
        (await ReadyAsync(Index())).ShouldBeEmpty();
        await FillAsync();

        _model.Given.Count.ShouldBe(2);
        (await ReadyAsync(Index())).ShouldBe(["lunch", "parking"]);
        (await FillAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Model_Away_IsNotedAndCaughtUpByTheNextRun()
    {
        AddMany();
        await _sync.RunAsync(default);
        var calls = 0;
        _model.Before = (_, _) => ++calls > 1 ? throw FakeEmbeddings.Away : Task.CompletedTask;

        (await FillAsync()).ShouldBeEmpty();
        (await _vectors.StateAsync("wiki", default)).ShouldNotBeNull().Failure.ShouldNotBeNull().ShouldContain("Model:Address");
        (await Index().FailuresAsync(default)).ShouldHaveSingleItem();
        (await ReadyAsync(Index())).Count.ShouldBe(50);

        _model.Before = static (_, _) => Task.CompletedTask;
        await FillAsync();
        (await _vectors.StateAsync("wiki", default)).ShouldNotBeNull().Failure.ShouldBeNull();
        (await ReadyAsync(Index())).Count.ShouldBe(Many);
        _model.Given.Count.ShouldBe(Many);
    }

    [Fact]
    public async Task Article_TheModelRefuses_HoldsUpNoOtherAndIsNotAskedForAgain()
    {
        AddMany();
        _source.With("poison", "Bicycle poison", "It is refused.");
        await _sync.RunAsync(default);
        _model.Before = static (texts, _) => texts.Any(static text => text.Contains("poison", StringComparison.Ordinal)) ? throw FakeEmbeddings.Refused : Task.CompletedTask;

        await FillAsync();
        (await ReadyAsync(Index())).Count.ShouldBe(Many);
        _model.Given.Clear();
        _source.With("lunch", "Canteen", "Open from 11.");
        await _sync.RunAsync(default);
        await FillAsync();

        _model.Given.ShouldHaveSingleItem().ShouldContain("Canteen");
        (await ReadyAsync(Index())).Count.ShouldBe(Many + 1);
    }

    [Fact]
    public async Task Setting_Wrong_IsNotTakenForArticlesThatAreRefused()
    {
        _source.With("parking", "Bicycle cellar", "Ask the front office.");
        await _sync.RunAsync(default);
        _model.Before = static (_, _) => throw FakeEmbeddings.Refused;
        await FillAsync();
        (await _vectors.StateAsync("wiki", default)).ShouldNotBeNull().Failure.ShouldNotBeNull().ShouldContain("Model:Name");

        _model.Before = static (_, _) => Task.CompletedTask;
        await FillAsync();

        (await ReadyAsync(Index())).ShouldBe(["parking"]);
    }

    // A gateway that spoils all but short answers: nothing is given up for it.
    [Fact]
    public async Task Model_RefusesAllOfSeveral_IsNotTakenForArticlesThatAreRefused()
    {
        _source.With("bicycle", "Bicycle cellar", "Ask the front office.").With("lunch", "Canteen", "Open from 11.");
        await _sync.RunAsync(default);
        _model.Before = static (texts, _) => texts[0] != "service desk" ? throw FakeEmbeddings.Refused : Task.CompletedTask;
        await FillAsync();
        (await _vectors.StateAsync("wiki", default)).ShouldNotBeNull().Failure.ShouldNotBeNull();

        _model.Before = static (_, _) => Task.CompletedTask;
        await FillAsync();

        (await ReadyAsync(Index())).ShouldBe(["bicycle", "lunch"]);
    }

    [Fact]
    public async Task Row_OfSomeoneElse_IsNoVector()
    {
        _source.With("parking", "Bicycle cellar", "Ask the front office.");
        await _sync.RunAsync(default);
        var (key, digest) = (ArticleKey.Of("wiki", "parking"), (await _store.FindAsync(ArticleKey.Of("wiki", "parking"), default))!.Digest);
        foreach (var (dimensions, values) in new[] { (4, "no base64!"), (4, "AAAAAAA="), (0, "AAAA"), (-4, "AAAA"), (int.MaxValue, "AAAA"), (3, "") })
        {
            await _vectors.KeepAsync("wiki", [new ArticleVectors(key, digest, MeaningIndex.IdOf(_model), dimensions, values)], default);
            (await Index().ReadAsync(default)).Has(key, digest).ShouldBeFalse(values);
        }
    }

    [Fact]
    public async Task Model_None_NothingIsReadOrKept()
    {
        _source.With("parking", "Bicycle cellar", "Ask the front office.");
        await _sync.RunAsync(default);
        var before = _records.Count;

        (await new VectorFill([], [_source], _store, _vectors, NullLogger<VectorFill>.Instance).RunAsync(default)).ShouldBeEmpty();

        _records.Count.ShouldBe(before);
    }

    private void AddMany()
    {
        for (var number = 0; number < Many; number++)
            _source.With($"a{number}", $"Article {number}", $"Text {number} about a bicycle.");
    }

    private VectorFill Fill() => new([_model], [_source], _store, _vectors, NullLogger<VectorFill>.Instance);

    private Task<string> FillAsync() => Fill().RunAsync(default);

    private MeaningIndex Index()
    {
        var index = new MeaningIndex([_model], [_source], _vectors);
        _indexes.Add(index);
        return index;
    }

    // The articles that can be found by meaning as they are now.
    private async Task<List<string>> ReadyAsync(MeaningIndex index)
    {
        var (view, ready) = (await index.ReadAsync(default), new List<string>());
        await foreach (var stored in _store.OfAsync("wiki", default))
        {
            if (stored.Article is { } article && view.Has(stored.Key, stored.Digest))
                ready.Add(article.ArticleId);
        }

        return [.. ready.Order(StringComparer.Ordinal)];
    }
}
