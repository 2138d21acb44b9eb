using System.Globalization;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Cases.Finding;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Cases.Finding;

/// <summary>What a search over 100,000 cases reads, in rows: the cases of the page, and what is needed to find and count them.</summary>
public sealed class ManyCasesSearchTests(ManyCasesSearchTests.Filled filled) : IClassFixture<ManyCasesSearchTests.Filled>
{
    private const int Cases = 100_000;
    private const int Tallies = Cases / CaseTallies.Length;
    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("INC0012345", 1, 40)]
    [InlineData("servicenow-00000000000000000000000000003039", 1, 40)]
    [InlineData("INC0999999", 0, 40)]
    [InlineData("rarest", 4, 100)]
    [InlineData("rarest locked", 4, 400)]
    public async Task Text_OfAFewCases_ReadsFewRows(string text, int total, int most) => await ShouldReadAsync(new CaseQuery { Text = text }, total, most);

    [Theory]
    [InlineData(0)]
    [InlineData(99_000)]
    public async Task Requester_OfAFewCases_ReadsFewRows(int person) =>
        await ShouldReadAsync(new CaseQuery { Requester = $"person{person / 100}" }, 100, 250);

    [Fact]
    public async Task Target_OfAFewCases_ReadsFewRows() => await ShouldReadAsync(new CaseQuery { Target = "LT-00042" }, 20, 500);

    [Fact]
    public async Task All_WithTheirNumber_ReadTallies() => await ShouldReadAsync(new CaseQuery(), Cases, Tallies + 700);

    [Fact]
    public async Task State_OfMost_ReadsTallies() => await ShouldReadAsync(new CaseQuery { State = CaseState.Resolved }, 90_000, Tallies + 700);

    [Fact]
    public async Task Intent_OfOneInAThousand_ReadsThemOneByOne() => await ShouldReadAsync(new CaseQuery { Intent = "rare" }, 100, Tallies + 700);

    [Fact]
    public async Task Intent_OfAFifthAndAState_ReadsTalliesAndSomeRuns() =>
        await ShouldReadAsync(new CaseQuery { Intent = "identity.locked-out", State = CaseState.Escalated }, 4_000, Tallies + 2_000);

    [Fact]
    public async Task LastPage_OfAState_ReadsNoMoreThanTheFirst()
    {
        var query = new CaseQuery { State = CaseState.Resolved, After = CasePlace.Of(Start.AddMinutes(40), new CaseId(Id(40))) };

        await ShouldReadAsync(query, 90_000, Tallies + 900);
    }

    [Fact]
    public async Task Day_InTheMiddle_ReadsThatDay() =>
        await ShouldReadAsync(new CaseQuery { From = Start.AddDays(30), Until = Start.AddDays(31) }, 1_440, Tallies + 600);

    [Fact]
    public async Task Text_OfMost_EndsAtItsLimitAndSaysSo()
    {
        var before = filled.Store.Reads;

        var found = await filled.Search.FindAsync(new CaseQuery { Text = "locked", State = CaseState.Escalated }, default);

        (filled.Store.Reads - before).ShouldBeLessThan(TermSearch.MostRows + 200);
        found.IsExact.ShouldBeFalse();
        found.Cases.Count.ShouldBe(25);
        found.Total.ShouldBeGreaterThan(25);
        found.Next.ShouldNotBeNull();
    }

    private async Task ShouldReadAsync(CaseQuery query, int total, int most)
    {
        var before = filled.Store.Reads;

        var found = await filled.Search.FindAsync(query, default);

        (found.Total, found.IsExact).ShouldBe((total, true));
        found.Cases.Count.ShouldBe(Math.Min(total, query.PageSize));
        (filled.Store.Reads - before).ShouldBeLessThan(most);
    }

    private static string Id(int number) => $"servicenow-{number:x32}";

    /// <summary>100,000 cases as the product writes them, put straight into the store: one a minute.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        public MemoryRecordStore Store { get; } = new();

        public CaseSearch Search { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            var cases = new CaseStore(Store, new FakeTimeProvider(Start.AddMinutes(Cases)));
            Search = new CaseSearch(Store, cases);
            for (var i = 0; i < Cases; i++)
            {
                var record = Record(i);
                var place = CasePlace.Of(record.OpenedAt, record.CaseId);
                Store.Tamper(Tables.Cases, Tenant.Partition(), record.CaseId, DurableJson.Write(record));
                Store.Tamper(Tables.Cases, CaseIndex.Places, place, DurableJson.Write(CaseLine.Of(record)));
                foreach (var term in CaseTerms.Of(record))
                    Store.Tamper(Tables.Lookup, CaseIndex.Terms, $"{term}|{place}", "{}");
            }

            await cases.TallyAsync(default);
        }

        public Task DisposeAsync() => Task.CompletedTask;

        private static CaseRecord Record(int i) => new()
        {
            CaseId = new CaseId(Id(i)),
            Ticket = new TicketReference("servicenow", $"{i:x32}", $"INC{i:0000000}"),
            OpenedAt = Start.AddMinutes(i),
            UpdatedAt = Start.AddMinutes(i + 5),
            State = i % 10 == 0 ? CaseState.Escalated : CaseState.Resolved,
            Title = i % 25_000 == 77 ? "Rarest locked" : "Locked out",
            RequesterName = $"Person{i / 100}",
            Intent = i % 1_000 == 501 ? "rare" : (i / 10 % 5) switch { 0 or 3 => "identity.locked-out", 1 => "device.lost", _ => "how-to" },
            Steps = i % 5 == 0 ? [new CaseStep("a", "device.sync", string.Create(CultureInfo.InvariantCulture, $"LT-{i / 5 % 1_000:00000}"), CaseStepState.Verified)] : [],
        };
    }
}
