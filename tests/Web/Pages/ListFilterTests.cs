using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>The lists of cases, audit chains and approvals: filters over all of them, the number of all, and pages.</summary>
public sealed class ListFilterTests
{
    [Theory]
    [InlineData("", "of 60 cases, the newest first")]
    [InlineData("?q=inc0000007", "of 1 case found")]
    [InlineData("?q=inc0000007&state=Resolved", "0 cases found")]
    [InlineData("?q=laptop", "of 30 cases found")]
    [InlineData("?requester=nora", "of 20 cases found")]
    [InlineData("?target=lt-0003", "of 1 case found")]
    [InlineData("?state=Resolved", "of 20 cases found")]
    [InlineData("?state=WaitingForApproval&intent=device.lost", "of 40 cases found")]
    [InlineData("?from=2026-11-24&to=2026-11-24", "of 48 cases found")]
    [InlineData("?from=2026-11-25", "of 12 cases found")]
    [InlineData("?from=nonsense&state=Nothing&path=7", "of 60 cases, the newest first")]
    [InlineData("?q=%3F%21", "0 cases found")]
    public async Task Filter_OfCasesAndChains_CountsAllThatMatch(string query, string text)
    {
        await using var host = await PagesHost.StartAsync(seeded: false);
        await FillAsync(host);
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        (await client.TextAsync($"/cases{query}")).ShouldContain(text);
        (await client.TextAsync($"/audit{query}")).ShouldContain(text);
    }

    [Theory]
    [InlineData("/cases")]
    [InlineData("/audit")]
    public async Task Filter_OfManyPages_IsKeptFromPageToPage(string list)
    {
        await using var host = await PagesHost.StartAsync(seeded: false);
        await FillAsync(host);
        using var client = await host.SignedInAsync(FakeDirectory.Ada);
        var seen = new List<string>();

        for (var path = $"{list}?requester=Nora+Zo%C3%AB&state=WaitingForApproval&from=2026-11-01"; path is not null;)
        {
            var page = await client.TextAsync(path);
            page.ShouldContain("of 13 cases found");
            seen.AddRange(Enumerable.Range(0, 60).Select(i => $"INC{i:0000000}").Where(number => page.Contains($">{number}<", StringComparison.Ordinal)));
            var link = page.IndexOf("rel=\"next\" href=\"", StringComparison.Ordinal);
            path = link < 0 ? null : page[(link + 17)..page.IndexOf('"', link + 17)];
        }

        seen.Count.ShouldBe(13);
        seen.ShouldBeUnique();
    }

    [Fact]
    public async Task Chain_OfTheOperators_IsFirstOnlyWhereNothingIsSearched()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        (await client.TextAsync("/audit")).ShouldContain(">Operations<");
        (await client.TextAsync("/audit?q=INC0010023")).ShouldNotContain("Actions of operators");
    }

    [Fact]
    public async Task Approvals_Many_ArePagedOldestFirstAndFiltered()
    {
        await using var host = await PagesHost.StartAsync(seeded: false);
        await FillAsync(host);
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        var first = await client.TextAsync("/approvals");
        var second = await client.TextAsync("/approvals?page=2");

        first.ShouldContain("40 waiting");
        first.ShouldContain("Page 1 of 2");
        first.ShouldContain(">INC0000001<");
        first.ShouldNotContain(">INC0000059<");
        second.ShouldContain(">INC0000059<");
        (await client.TextAsync("/approvals?page=9")).ShouldContain("Page 2 of 2");
        var found = await client.TextAsync("/approvals?q=INC0000059");
        found.ShouldContain("1 waiting");
        found.ShouldContain(">INC0000059<");
        (await client.TextAsync("/approvals?intent=how-to")).ShouldContain("No approval matches");
        (await client.TextAsync("/approvals?q=nora&intent=device.lost")).ShouldContain("13 waiting");
        (await client.TextAsync("/")).ShouldContain("All 40 items");
    }

    private static async Task FillAsync(PagesHost host)
    {
        var (cases, approvals) = (host.Get<CaseStore>(), host.Get<ApprovalStore>());
        var start = new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 60; i++)
        {
            host.Time.Advance(TimeSpan.FromMinutes(1));
            var ticket = new TicketReference("servicenow", $"{i:x32}", $"INC{i:0000000}");
            await cases.OpenAsync(ticket, start.AddMinutes(i * 30), default);
            var gate = i % 3 == 0 ? null : $"gate-{i}";
            await cases.UpdateAsync(
                ticket.CaseId,
                record => record with
                {
                    Title = i % 2 == 0 ? "Lost laptop" : "Lost phone",
                    RequesterName = new[] { "Nora Zoë", "Paul Ng", "Ida Berg" }[i / 20 % 3],
                    Intent = "device.lost",
                    State = gate is null ? CaseState.Resolved : CaseState.WaitingForApproval,
                    OpenApprovalId = gate,
                    Steps = [new CaseStep("lock", "device.remote-lock", $"LT-{i:0000}", CaseStepState.Planned)],
                },
                default);
            if (gate is not null)
                await approvals.OpenAsync(Approval(gate, ticket.CaseId, host.Time.GetUtcNow()), default);
        }
    }

    private static ApprovalRequest Approval(string id, string caseId, DateTimeOffset at)
    {
        var requirement = new ApprovalRequirement("security", "it-managers", 1, TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(4));
        return new ApprovalRequest
        {
            ApprovalId = id, CaseId = new CaseId(caseId), Plan = new ContextReference(new CaseId(caseId), "plan", new string('a', 64)), PlanHash = new PlanHash(new string('a', 64)),
            Verdict = new Verdict(VerdictOutcome.NeedsApproval, [], requirement, new string('d', 64)), Requirement = requirement,
            RequesterId = FakeDirectory.Rita.Id, SubjectId = FakeDirectory.Rita.Id, RequestedAt = at, ExpiresAt = at.AddHours(4),
        };
    }
}
