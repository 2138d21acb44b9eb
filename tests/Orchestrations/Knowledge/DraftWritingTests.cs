using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Knowledge.Drafting;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace HelpDesk.Orchestrations.Tests.Knowledge;

public sealed class DraftWritingTests
{
    private const string Kind = "0123456789abcdef0123456789abcdef";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryRecordStore _store = new();
    private readonly FakeDrafts _wiki = new();
    private readonly List<string> _trace = [];
    private readonly KnowledgeDrafts _drafts;
    private readonly DraftWriting _writing;

    public DraftWritingTests()
    {
        _drafts = new KnowledgeDrafts(_store);
        _writing = new DraftWriting(_drafts, [_wiki], new MemoryAuditLog(_trace), Options.Create(new HelpDeskOptions { PublicUrl = new Uri("https://helpdesk.example.com") }), _time, NullLogger<DraftWriting>.Instance);
    }

    [Fact]
    public async Task Draft_ToBeWritten_IsWrittenOnceAndWaits()
    {
        await AddAsync("a-1");

        await _writing.RunAsync(default);
        await _writing.RunAsync(default);

        _wiki.Calls.ShouldBe(1);
        (await OneAsync()).ShouldSatisfyAllConditions(draft => draft.State.ShouldBe(DraftState.Waiting), draft => draft.TimesWritten.ShouldBe(1), draft => draft.Link.ShouldNotBeNull());
    }

    [Fact]
    public async Task Draft_StopBetweenTheCallAndItsRecord_IsOneDraft()
    {
        await AddAsync("a-1");
        var writes = 0;
        // The title and the entry before are kept, the call is made, and the process ends before anything else is.
        _store.BeforeWrite = () => _wiki.Calls > 0 && writes++ == 0 ? throw new OperationCanceledException() : Task.CompletedTask;
        await Should.ThrowAsync<OperationCanceledException>(() => _writing.RunAsync(default));
        _store.BeforeWrite = static () => Task.CompletedTask;
        (await OneAsync()).ShouldSatisfyAllConditions(draft => draft.State.ShouldBe(DraftState.Writing), draft => draft.Title.ShouldBe("Projector stays dark"));

        await _writing.RunAsync(default);

        _wiki.Pages.Count.ShouldBe(1);
        (await OneAsync()).State.ShouldBe(DraftState.Waiting);
    }

    [Fact]
    public async Task Draft_TitleTaken_GetsAnother()
    {
        await AddAsync("a-1");
        _wiki.Taken.Add("Projector stays dark");

        await _writing.RunAsync(default);
        await _writing.RunAsync(default);

        (await OneAsync()).Written.ShouldNotBeNull().Title.ShouldBe("Projector stays dark (2)");
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 60)]
    public async Task Draft_NotWritten_KeepsWhyAndIsTriedAgainLater(bool isRetryable, int minutes)
    {
        await AddAsync("a-1");
        _wiki.Fault = new VendorException("wiki", "403", "Give the account Add page.", isRetryable);
        await _writing.RunAsync(default);
        (await OneAsync()).ShouldSatisfyAllConditions(draft => draft.Failure.ShouldBe("Give the account Add page."), draft => draft.NextAt.ShouldBe(_time.GetUtcNow().AddMinutes(minutes)));

        _wiki.Fault = null;
        _time.Advance(TimeSpan.FromMinutes(minutes));
        await _writing.RunAsync(default);

        (await OneAsync()).ShouldSatisfyAllConditions(draft => draft.Failure.ShouldBeNull(), draft => draft.State.ShouldBe(DraftState.Waiting));
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task FurtherCase_UpdatesTheDraft_UnlessAPersonEditedIt(bool isEdited, int links)
    {
        await AddAsync("a-1");
        await _writing.RunAsync(default);
        _wiki.IsEdited = isEdited;
        await _drafts.UpdateAsync("wiki", Kind, draft => draft! with { Cases = ["a-1", "a-2"], Times = 2, NextAt = _time.GetUtcNow() }, default);

        await _writing.RunAsync(default);

        _wiki.Pages.Values.ShouldHaveSingleItem().Links.Count.ShouldBe(links);
        (await OneAsync()).ShouldSatisfyAllConditions(draft => draft.IsEdited.ShouldBe(isEdited), draft => draft.TimesWritten.ShouldBe(links));
    }

    [Fact]
    public async Task FurtherCase_WhileAPersonEdits_IsNamedAfterAllWhenTheyTakeTheirEditBack()
    {
        await AddAsync("a-1");
        await _writing.RunAsync(default);
        (_wiki.IsEdited, _wiki.Reading) = (true, new DraftReading(DraftFate.Waiting, true, null, null));
        await _drafts.UpdateAsync("wiki", Kind, draft => draft! with { Cases = ["a-1", "a-2"], Times = 2, NextAt = _time.GetUtcNow() }, default);
        for (var run = 0; run < 3; run++)
        {
            await _writing.RunAsync(default);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        (await OneAsync()).ShouldSatisfyAllConditions(draft => draft.IsEdited.ShouldBeTrue(), draft => draft.Failure.ShouldBeNull());
        (_wiki.IsEdited, _wiki.Reading) = (false, new DraftReading(DraftFate.Waiting, false, null, null));
        for (var run = 0; run < 2; run++)
        {
            await _writing.RunAsync(default);
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        _wiki.Pages.Values.ShouldHaveSingleItem().Links.Count.ShouldBe(2);
        (await OneAsync()).TimesWritten.ShouldBe(2);
    }

    [Theory]
    [InlineData(DraftFate.Published, false, DraftState.Published)]
    [InlineData(DraftFate.Published, true, DraftState.Published)]
    [InlineData(DraftFate.Deleted, false, DraftState.Discarded)]
    public async Task Fate_OfADraft_IsKept(DraftFate fate, bool isEdited, DraftState state)
    {
        await AddAsync("a-1");
        await _writing.RunAsync(default);
        _wiki.Reading = new DraftReading(fate, isEdited, fate == DraftFate.Published ? "7" : null, null);
        _time.Advance(TimeSpan.FromMinutes(1));

        await _writing.RunAsync(default);

        (await OneAsync()).ShouldSatisfyAllConditions(
            draft => draft.State.ShouldBe(state), draft => draft.IsEdited.ShouldBe(isEdited), draft => draft.EndedAt.ShouldBe(_time.GetUtcNow()), draft => (draft.ArticleKey is not null).ShouldBe(state == DraftState.Published));
    }

    [Fact]
    public async Task Fate_CannotBeRead_IsNoFate()
    {
        await AddAsync("a-1");
        await _writing.RunAsync(default);
        _wiki.Fault = new VendorException("wiki", "403", "The space is not shown.", isRetryable: false);
        _time.Advance(TimeSpan.FromMinutes(1));

        await _writing.RunAsync(default);

        (await OneAsync()).ShouldSatisfyAllConditions(draft => draft.State.ShouldBe(DraftState.Waiting), draft => draft.Failure.ShouldBe("The space is not shown."));
    }

    private Task AddAsync(string caseId) => _drafts.UpdateAsync(
        "wiki", Kind,
        _ => new KnowledgeDraft("wiki", Kind, "hardware.problem", ["projector"], ["input"], _time.GetUtcNow())
        {
            Content = new DraftContent("Projector stays dark", "en", [new DraftSection("Resolution", ["Choose the second input."], IsList: false)], []), Cases = [caseId], Times = 1, State = DraftState.Writing, NextAt = _time.GetUtcNow(),
        },
        default);

    private async Task<KnowledgeDraft> OneAsync() => (await _drafts.AllAsync(default)).ShouldHaveSingleItem();
}
