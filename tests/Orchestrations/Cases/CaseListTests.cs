using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Cases;

/// <summary>The lists beside the case records: complete after a stop at any write, after an upgrade, and when many write at once.</summary>
public sealed class CaseListTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryRecordStore _store = new();

    private CaseStore Journal => new(_store, _time);

    [Fact]
    public async Task Newest_ManyCases_AreInTheOrderOfTheirOpeningAndGoOnBehindAPlace()
    {
        for (var i = 0; i < 5; i++)
        {
            await OpenAsync(i);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        // What changes later does not move.
        await Journal.UpdateAsync(Ticket(0).CaseId, record => record with { State = CaseState.Resolved }, default);
        var all = await Journal.NewestAsync(null, default).ToListAsync();

        all.Select(listed => listed.CaseId).ShouldBe(Ids(4, 3, 2, 1, 0));
        (await Journal.NewestAsync(all[1].Place, default).ToListAsync()).Select(listed => listed.CaseId).ShouldBe(Ids(2, 1, 0));
    }

    [Fact]
    public async Task Open_Repeated_IsOnePlace()
    {
        await OpenAsync(1);
        _time.Advance(TimeSpan.FromSeconds(1));
        await OpenAsync(1);

        (await Journal.NewestAsync(null, default).CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Stop_AtAnyWrite_LosesNoCaseAndTheRepetitionPutsTheListsRight()
    {
        for (var survived = 0; ; survived++)
        {
            var left = survived;
            _store.BeforeWrite = () => left-- == 0 ? throw new InvalidOperationException("the process dies here") : Task.CompletedTask;
            var died = await DiesAsync(() => RunAsync(survived));
            _store.BeforeWrite = static () => Task.CompletedTask;
            if (await Journal.FindAsync(Ticket(survived).CaseId, default) is not null)
                (await Journal.NewestAsync(null, default).AnyAsync(listed => listed.CaseId == Ticket(survived).CaseId)).ShouldBeTrue($"after {survived} writes");

            await RunAsync(survived);

            var line = await LineAsync(survived);
            line.SaysTheSameAs(CaseOverviewLine.Of((await Journal.FindAsync(Ticket(survived).CaseId, default))!)).ShouldBeTrue($"after {survived} writes");
            line.State.ShouldBe(CaseState.Resolved);
            if (!died)
                return;
        }
    }

    [Fact]
    public async Task Board_ManyWritersAtOnce_HasEachLine()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => RunAsync(i))));

        var lines = await Journal.Board.ListAsync(default).ToListAsync();

        lines.Count.ShouldBe(200);
        lines.ShouldAllBe(item => item.Line.State == CaseState.Resolved);
        _store.CountOf(Tables.Cases).ShouldBeLessThanOrEqualTo(400 + CaseOverview.Parts);
    }

    [Fact]
    public async Task Board_CaseAtRestForDays_IsDroppedAndAnOpenOneStays()
    {
        await RunAsync(1);
        await OpenAsync(2);
        _time.Advance(TimeSpan.FromDays(3));
        // Enough cases that every part of the board is written once more.
        for (var i = 100; i < 1_000; i++)
            await OpenAsync(i);

        var ids = (await Journal.Board.ListAsync(default).ToListAsync()).Select(item => item.CaseId).ToHashSet();

        ids.ShouldNotContain(Ticket(1).CaseId);
        ids.ShouldContain(Ticket(2).CaseId);
    }

    [Fact]
    public async Task Board_LineThatIsWrong_IsCorrectedByTheWatchdogsLook()
    {
        await OpenAsync(1);
        await Journal.UpdateAsync(Ticket(1).CaseId, record => record with { State = CaseState.WaitingForApproval }, default);
        // As after a stop between record and board of a step that nobody repeats.
        var record = (await _store.ReadAsync<CaseRecord>(Tables.Cases, Tenant.Partition(), Ticket(1).CaseId, default))!;
        _time.Advance(TimeSpan.FromMinutes(1));
        await _store.UpdateAsync<CaseRecord>(
            Tables.Cases, Tenant.Partition(), Ticket(1).CaseId, _ => record.Value with { State = CaseState.Resolved, UpdatedAt = _time.GetUtcNow() }, default);

        (await Journal.ListOpenAsync(default).CountAsync()).ShouldBe(0);

        (await LineAsync(1)).State.ShouldBe(CaseState.Resolved);
    }

    [Fact]
    public async Task CatchUp_CasesOlderThanTheLists_AreInThemOnceAndOnlyOnceReadAll()
    {
        for (var i = 0; i < 3; i++)
        {
            await _store.UpdateAsync<CaseRecord>(
                Tables.Cases, Tenant.Partition(), Ticket(i).CaseId,
                _ => new CaseRecord { CaseId = Ticket(i).CaseId, Ticket = Ticket(i), OpenedAt = _time.GetUtcNow().AddHours(-i), UpdatedAt = _time.GetUtcNow(), State = CaseState.Working }, default);
        }

        (await Journal.NewestAsync(null, default).CountAsync()).ShouldBe(0);
        await Journal.CatchUpAsync(default);

        (await Journal.NewestAsync(null, default).Select(listed => listed.CaseId).ToListAsync()).ShouldBe(Ids(0, 1, 2));
        (await Journal.ListOpenAsync(default).CountAsync()).ShouldBe(3);
        var before = _store.Reads;
        await Journal.CatchUpAsync(default);
        (_store.Reads - before).ShouldBe(1);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("0000000000000000001", false)]
    [InlineData("0000000000000000001|", false)]
    [InlineData("000000000000000000x|a", false)]
    [InlineData("0000000000000000001|a\u0000", false)]
    [InlineData("0000000000000000001|\U0001F600", false)]
    [InlineData("0000000000000000001|servicenow-1", true)]
    public void Place_OfAnAddress_IsOneOrIsNot(string text, bool isPlace) => CasePlace.IsPlace(text).ShouldBe(isPlace);

    private static TicketReference Ticket(int number) => new("servicenow", $"{number:x32}", $"INC{number:0000000}");

    private static IEnumerable<CaseId> Ids(params int[] numbers) => numbers.Select(number => Ticket(number).CaseId);

    private Task OpenAsync(int number) => Journal.OpenAsync(Ticket(number), _time.GetUtcNow(), default);

    private async Task RunAsync(int number)
    {
        await OpenAsync(number);
        await Journal.UpdateAsync(Ticket(number).CaseId, record => record with { State = CaseState.Resolved, ClosedAt = record.ClosedAt ?? _time.GetUtcNow() }, default);
    }

    private async Task<CaseOverviewLine> LineAsync(int number) =>
        (await Journal.Board.ListAsync(default).SingleAsync(item => item.CaseId == Ticket(number).CaseId)).Line;

    private static async Task<bool> DiesAsync(Func<Task> run)
    {
        try
        {
            await run();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
