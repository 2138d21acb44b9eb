using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace HelpDesk.Orchestrations.Tests.Knowledge;

public sealed class DraftQueueTests
{
    private static readonly CaseId One = new("servicenow-1");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryRecordStore _store = new();
    private readonly DraftQueue _queue;

    public DraftQueueTests() => _queue = new DraftQueue(_store, _time, [new FakeDrafts()]);

    [Fact]
    public async Task Case_UntilItIsDoneWith_IsDueAgain()
    {
        await _queue.NoteAsync(One, default);

        (await DueAsync()).ShouldBe(["servicenow-1"]);
        (await DueAsync()).ShouldBe(["servicenow-1"]);
        await _queue.DoneAsync(One, "Its draft is kept.", default);
        (await DueAsync()).ShouldBeEmpty();
        await _queue.NoteAsync(One, default);
        (await DueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Case_PutOff_IsDueThen_OrWhenItsTicketIsResolved()
    {
        await _queue.NoteAsync(One, default);
        await _queue.LaterAsync(await TakeAsync(), _time.GetUtcNow().AddHours(1), default);
        (await DueAsync()).ShouldBeEmpty();
        await _queue.WakeAsync(One, default);
        await _queue.LaterAsync(await TakeAsync(), _time.GetUtcNow().AddHours(1), default);
        (await DueAsync()).ShouldBeEmpty();
        _time.Advance(TimeSpan.FromHours(1));

        (await DueAsync()).ShouldBe(["servicenow-1"]);
    }

    [Fact]
    public async Task Case_ResolvedWhileItIsRead_IsReadAgainAtOnce()
    {
        await _queue.NoteAsync(One, default);
        var taken = await TakeAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        await _queue.WakeAsync(One, default);
        await _queue.LaterAsync(taken, _time.GetUtcNow().AddHours(1), default);

        (await DueAsync()).ShouldBe(["servicenow-1"]);
    }

    [Fact]
    public async Task Cases_ManyOverDays_AreAllReadOnceDone()
    {
        var read = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < 60; number++)
        {
            await _queue.NoteAsync(new CaseId($"jira-{number}"), default);
            _time.Advance(TimeSpan.FromMinutes(number % 7 == 0 ? 30 : 1));
            foreach (var due in await _queue.DueAsync(2, default))
            {
                read.Add(due.CaseId).ShouldBeTrue();
                await _queue.DoneAsync(due.CaseId, "Nothing.", default);
            }
        }

        read.Count.ShouldBe(60);
        _time.Advance(TimeSpan.FromHours(1));
        (await DueAsync()).ShouldBeEmpty();
        var before = _store.Reads;
        (await DueAsync()).ShouldBeEmpty();
        // What is done with is not read again and again.
        (_store.Reads - before).ShouldBeLessThan(5);
    }

    [Fact]
    public async Task Queue_WithoutAPlaceForDrafts_KeepsNothing()
    {
        var queue = new DraftQueue(_store, _time, []);

        await queue.NoteAsync(One, default);

        (queue.IsOn, _store.Count).ShouldBe((false, 0));
    }

    private async Task<DueCase> TakeAsync() => (await _queue.DueAsync(10, default)).ShouldHaveSingleItem();

    private async Task<IEnumerable<string>> DueAsync() => (await _queue.DueAsync(10, default)).Select(static due => due.CaseId.Value);
}
