using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Cases.Finding;

namespace HelpDesk.Adapters.Tests.Records;

/// <summary>The search over the real stores, with accents, punctuation and pages.</summary>
public sealed class CaseSearchOnStoresTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const int Cases = 60;

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Search_OverEitherStore_FindsByNumberWordsFactsAndDates(bool isTable)
    {
        using var file = new SqliteFile();
        using var sqlite = file.Open();
        IRecordStore store = isTable ? azurite.Store : sqlite;
        var caseStore = new CaseStore(store, TimeProvider.System);
        var (word, day) = (isTable ? "azurquelle" : "sqlitequelle", Monday.AddYears(isTable ? 1 : 2));
        await Parallel.ForEachAsync(Enumerable.Range(0, Cases), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, cancellation) =>
        {
            var ticket = new TicketReference("servicenow", $"{i + (isTable ? 5_000 : 7_000):x32}", $"{word}-{i}");
            await caseStore.OpenAsync(ticket, day.AddMinutes(i), cancellation);
            await caseStore.UpdateAsync(
                ticket.CaseId,
                record => record with
                {
                    Title = $"Ünlocked {word} [{i % 3}]",
                    RequesterName = i % 2 == 0 ? "Lê Thị Hồng" : "O'Neil, Zoë",
                    State = i % 4 == 0 ? CaseState.Resolved : record.State,
                    Intent = $"{word}.{i % 5}",
                },
                cancellation);
        });
        var search = new CaseSearch(store, caseStore);

        (await FindAsync(new CaseQuery { Text = $"{word.ToUpperInvariant()}-7" })).ShouldBe([7]);
        (await FindAsync(new CaseQuery { Text = $"unlocked {word} 2" })).ShouldBe(Enumerable.Range(0, Cases).Where(i => i % 3 == 2).Reverse());
        (await FindAsync(new CaseQuery { Text = word, Requester = "hong le" })).ShouldBe(Enumerable.Range(0, Cases).Where(i => i % 2 == 0).Reverse());
        (await FindAsync(new CaseQuery { Text = word, Requester = "neil", State = CaseState.Resolved })).ShouldBe([]);
        (await FindAsync(new CaseQuery { Intent = $"{word}.3" })).ShouldBe(Enumerable.Range(0, Cases).Where(i => i % 5 == 3).Reverse());
        (await FindAsync(new CaseQuery { From = day.AddMinutes(10), Until = day.AddMinutes(20) })).ShouldBe(Enumerable.Range(10, 10).Reverse());
        (await FindAsync(new CaseQuery { Text = word, From = day.AddMinutes(10), Until = day.AddMinutes(20) })).ShouldBe(Enumerable.Range(10, 10).Reverse());

        async Task<List<int>> FindAsync(CaseQuery query)
        {
            var (numbers, after) = (new List<int>(), (string?)null);
            do
            {
                var page = await search.FindAsync(query with { After = after, PageSize = 7 }, default);
                numbers.AddRange(page.Cases.Select(listed => int.Parse(listed.Record!.Ticket.Number.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture)));
                after = page.Next;
                if (after is null)
                    page.Total.ShouldBe(numbers.Count);
            }
            while (after is not null);
            return numbers;
        }
    }
}
