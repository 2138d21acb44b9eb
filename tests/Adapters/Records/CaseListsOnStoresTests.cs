using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Adapters.Tests.Records;

/// <summary>The lists of cases over the real stores, with several writers at once.</summary>
public sealed class CaseListsOnStoresTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const int Cases = 60;

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lists_WrittenByMany_AreCompleteAndInOrder(bool isTable)
    {
        using var file = new SqliteFile();
        using var sqlite = file.Open();
        var caseStore = new CaseStore(isTable ? azurite.Store : sqlite, TimeProvider.System);
        await Parallel.ForEachAsync(Enumerable.Range(0, Cases), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, cancellation) =>
        {
            var ticket = new TicketReference("servicenow", $"{i:x32}", $"INC{i:0000000}");
            await caseStore.OpenAsync(ticket, Monday.AddSeconds(i), cancellation);
            if (i % 2 == 0)
                await caseStore.UpdateAsync(ticket.CaseId, record => record with { State = CaseState.Resolved }, cancellation);
        });

        var newest = await caseStore.NewestAsync(null, default).ToListAsync();
        newest.Select(listed => listed.Record!.Ticket.Number).ShouldBe(Enumerable.Range(0, Cases).Reverse().Select(i => $"INC{i:0000000}"));
        (await caseStore.NewestAsync(newest[9].Place, default).FirstAsync()).CaseId.ShouldBe(newest[10].CaseId);
        (await caseStore.Board.ListAsync(default).CountAsync(item => item.Line.IsOpen)).ShouldBe(Cases / 2);
        (await caseStore.ListOpenAsync(default).CountAsync()).ShouldBe(Cases / 2);
    }
}
