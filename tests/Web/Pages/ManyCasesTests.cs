using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>What a page costs does not grow with the years: rows read with ten times the cases at rest are the same.</summary>
public sealed class ManyCasesTests
{
    private const int Open = 30;

    [Fact]
    public async Task Lists_After5000Cases_ReadNoMoreThanTheyShow()
    {
        await using var host = await PagesHost.StartAsync(seeded: false);
        await FillAsync(host, 5_000);
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        await client.TextAsync("/");

        // The board for approvals, hand-overs and figures, ten cases being worked on, and some records of switches and timers.
        (await ReadsAsync(host, client, "/")).ShouldBeLessThan(CaseOverview.Parts * 3 + 40);
        // The newest cases line by line, the others as tallies, and a record for each that is shown.
        (await ReadsAsync(host, client, "/cases")).ShouldBeLessThan(900);
        (await ReadsAsync(host, client, "/cases?state=Resolved&from=2026-12-01")).ShouldBeLessThan(900);
        (await ReadsAsync(host, client, "/audit")).ShouldBeLessThan(900);
        (await ReadsAsync(host, client, "/cases?q=INC0000017")).ShouldBeLessThan(20);
        (await ReadsAsync(host, client, "/audit?q=INC0000017")).ShouldBeLessThan(20);
        (await ReadsAsync(host, client, "/approvals")).ShouldBeLessThan(CaseOverview.Parts * 2 + 20);
        (await ReadsAsync(host, client, "/cases?q=there-is-no-such-thing")).ShouldBeLessThan(20);
    }

    [Fact]
    public async Task Filters_Over5000Cases_CountExactlyAndReadFewRows()
    {
        await using var host = await PagesHost.StartAsync(seeded: false);
        await FillAsync(host, 5_000);
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        await client.TextAsync("/");

        foreach (var list in new[] { "/cases", "/audit" })
        {
            await ShouldShowAsync("", "of 5,000 cases", 900);
            await ShouldShowAsync("?q=INC0000017", "of 1 case found", 40);
            await ShouldShowAsync("?q=INC9999999", "0 cases found", 40);
            await ShouldShowAsync("?requester=person7", "of 50 cases found", 500);
            await ShouldShowAsync("?target=lt-0042", "of 5 cases found", 500);
            await ShouldShowAsync("?state=Resolved", "of 4,970 cases found", 900);
            await ShouldShowAsync("?intent=intent3", "of 500 cases found", 1_200);
            await ShouldShowAsync("?intent=intent3&state=Resolved", "of 497 cases found", 1_200);
            await ShouldShowAsync("?from=2026-12-01&to=2026-12-01", "of 48 cases found", 900);

            async Task ShouldShowAsync(string query, string total, int most)
            {
                var before = host.Store.Reads;
                (await client.TextAsync($"{list}{query}")).ShouldContain(total, Case.Sensitive, $"{list}{query}");
                (host.Store.Reads - before).ShouldBeLessThan(most, $"{list}{query}");
            }
        }
    }

    [Fact]
    public async Task List_FollowedToItsEnd_ShowsEachCaseOnce()
    {
        await using var host = await PagesHost.StartAsync(seeded: false);
        await FillAsync(host, 120);
        using var client = await host.SignedInAsync(FakeDirectory.Ada);
        var seen = new HashSet<string>(StringComparer.Ordinal);

        var pages = 0;
        for (var path = "/cases"; path is not null; pages++)
        {
            var page = await client.TextAsync(path);
            for (var i = 0; i < 120; i++)
            {
                if (page.Contains($"INC{i:0000000}<", StringComparison.Ordinal))
                    seen.Add($"INC{i:0000000}").ShouldBeTrue("a case stands on one page");
            }

            var link = page.IndexOf("rel=\"next\" href=\"", StringComparison.Ordinal);
            path = link < 0 ? null : page[(link + 17)..page.IndexOf('"', link + 17)];
        }

        (pages, seen.Count).ShouldBe((5, 120));
    }

    private static async Task<long> ReadsAsync(PagesHost host, PageClient client, string path)
    {
        var before = host.Store.Reads;
        await client.TextAsync(path);
        return host.Store.Reads - before;
    }

    private static async Task FillAsync(PagesHost host, int cases)
    {
        var caseStore = host.Get<CaseStore>();
        for (var i = 0; i < cases; i++)
        {
            host.Time.Advance(TimeSpan.FromMinutes(30));
            var ticket = new TicketReference("servicenow", $"{i:x32}", $"INC{i:0000000}");
            await caseStore.OpenAsync(ticket, host.Time.GetUtcNow(), default);
            await caseStore.UpdateAsync(
                ticket.CaseId,
                record => record with { RequesterName = $"Person{i / 50} Ng", Intent = $"intent{i % 10}", Steps = [new CaseStep("lock", "device.remote-lock", $"LT-{i % 1_000:0000}", CaseStepState.Planned)] },
                default);
            if (i < cases - Open)
                await caseStore.UpdateAsync(ticket.CaseId, record => record with { State = CaseState.Resolved, Path = CasePath.Automatic, Verified = true, ClosedAt = host.Time.GetUtcNow() }, default);
        }
    }
}
