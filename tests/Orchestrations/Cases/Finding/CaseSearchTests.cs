using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Cases.Finding;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Cases.Finding;

/// <summary>Every filter over all cases, each compared with a plain scan of the records.</summary>
public sealed class CaseSearchTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly string[] Intents = ["identity.locked-out", "device.lost", "how-to"];
    private static readonly string[] People = ["Rita Moss", "José Núñez", "Grace Hill", "Lê Thị Hồng", "Otto Richter"];

    private readonly FakeTimeProvider _time = new(Start);
    private readonly MemoryRecordStore _store = new();

    private CaseStore Cases => new(_store, _time);

    private CaseSearch Search => new(_store, Cases);

    public static TheoryData<CaseQuery> Queries => new(
        new CaseQuery(),
        new CaseQuery { Text = "inc0000123" },
        new CaseQuery { Text = " INC0000007 " },
        new CaseQuery { Text = "INC9999999" },
        new CaseQuery { Text = "moss" },
        new CaseQuery { Text = "Rita laptop" },
        new CaseQuery { Text = "LT-0042" },
        new CaseQuery { Text = "?!" },
        new CaseQuery { Requester = "nunez jose" },
        new CaseQuery { Requester = "hong" },
        new CaseQuery { Requester = "00000000-0000-0000-0000-000000000003" },
        new CaseQuery { Requester = "laptop" },
        new CaseQuery { Target = "lt-0017" },
        new CaseQuery { Target = "rita" },
        new CaseQuery { State = CaseState.Resolved },
        new CaseQuery { State = CaseState.WaitingForApproval },
        new CaseQuery { State = CaseState.Ignored },
        new CaseQuery { Intent = "device.lost" },
        new CaseQuery { Intent = "device.lost", State = CaseState.Escalated, Path = CasePath.Person },
        new CaseQuery { Path = CasePath.Approval },
        new CaseQuery { From = Start.AddHours(500), Until = Start.AddHours(700) },
        new CaseQuery { From = Start.AddHours(1_000) },
        new CaseQuery { Until = Start.AddHours(3) },
        new CaseQuery { Until = Start },
        new CaseQuery { From = Start.AddHours(5), Until = Start.AddHours(5) },
        new CaseQuery { State = CaseState.Resolved, Intent = "how-to", From = Start.AddHours(10), Until = Start.AddHours(1_100) },
        new CaseQuery { Text = "laptop", State = CaseState.Resolved, From = Start.AddHours(100) },
        new CaseQuery { Requester = "moss", Intent = "device.lost", Until = Start.AddHours(900) });

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Search_AnyFilter_FindsWhatAScanFinds(CaseQuery query)
    {
        await FillAsync(1_300);

        var (found, totals) = await AllPagesAsync(query);

        var expected = await ScanAsync(query);
        found.ShouldBe(expected);
        totals.ShouldAllBe(total => total == expected.Count);
    }

    [Fact]
    public async Task Change_OfACaseThatIsTallied_CountsAtOnce()
    {
        await FillAsync(1_300);
        await Cases.TallyAsync(default);
        (await Search.FindAsync(new CaseQuery { State = CaseState.Resolved }, default)).Total.ShouldBe((await ScanAsync(new CaseQuery { State = CaseState.Resolved })).Count);

        // Reopened, months later.
        await Cases.UpdateAsync(Ticket(3).CaseId, record => record with { State = CaseState.Escalated, Path = CasePath.Person }, default);
        await Cases.UpdateAsync(Ticket(600).CaseId, record => record with { State = CaseState.Resolved, Intent = "printer.problem" }, default);

        foreach (var query in new[] { new CaseQuery { State = CaseState.Resolved }, new CaseQuery { State = CaseState.Escalated }, new CaseQuery { Intent = "printer.problem" } })
            (await AllPagesAsync(query)).Found.ShouldBe(await ScanAsync(query));
        var before = await ReadsAsync(new CaseQuery { State = CaseState.Ignored });
        _time.Advance(TimeSpan.FromHours(1));
        await Cases.TallyAsync(default);
        (await ReadsAsync(new CaseQuery { State = CaseState.Ignored })).ShouldBeLessThan(before, "what changed is in the tallies again");
        foreach (var query in new[] { new CaseQuery { State = CaseState.Resolved }, new CaseQuery { State = CaseState.Escalated }, new CaseQuery { Intent = "printer.problem" } })
            (await AllPagesAsync(query)).Found.ShouldBe(await ScanAsync(query));
    }

    [Fact]
    public async Task Case_TakenInLateAmongTalliedOnes_IsFoundAndCounted()
    {
        await FillAsync(1_300);
        await Cases.TallyAsync(default);

        await Cases.OpenAsync(Ticket(5_000), Start.AddHours(20).AddMinutes(1), default);
        await Cases.OpenAsync(Ticket(5_001), Start.AddYears(-1), default);

        foreach (var settles in new[] { false, true })
        {
            if (settles)
            {
                _time.Advance(TimeSpan.FromHours(1));
                await Cases.TallyAsync(default);
            }

            foreach (var query in new[] { new CaseQuery(), new CaseQuery { State = CaseState.Working }, new CaseQuery { Until = Start.AddHours(30) } })
                (await AllPagesAsync(query)).Found.ShouldBe(await ScanAsync(query));
        }
    }

    [Fact]
    public async Task Stop_AtAnyWriteOfAChange_IsPutRightByTheRepetition()
    {
        await FillAsync(1_300);
        await Cases.TallyAsync(default);
        for (var survived = 0; ; survived++)
        {
            var (left, number) = (survived, 40 + survived);
            _store.BeforeWrite = () => left-- == 0 ? throw new InvalidOperationException("the process dies here") : Task.CompletedTask;
            var died = await DiesAsync(() => ResolveAsync(number));
            _store.BeforeWrite = static () => Task.CompletedTask;

            await ResolveAsync(number);

            foreach (var query in new[] { new CaseQuery { Intent = "made.up" }, new CaseQuery { Target = "unseen" }, new CaseQuery { State = CaseState.Resolved } })
                (await AllPagesAsync(query)).Found.ShouldBe(await ScanAsync(query), $"after {survived} writes");
            if (!died)
                return;
        }

        Task ResolveAsync(int number) => Cases.UpdateAsync(
            Ticket(number).CaseId, record => record with { Intent = "made.up", State = CaseState.Resolved, Steps = [new CaseStep("a", "device.sync", "Unseen device", CaseStepState.Verified)] }, default);
    }

    [Fact]
    public async Task Stop_AtAnyWriteOfATally_LosesNoCase()
    {
        await FillAsync(1_300, tallies: false);
        var (all, resolved) = (await ScanAsync(new CaseQuery()), await ScanAsync(new CaseQuery { State = CaseState.Resolved }));
        for (var survived = 0; ; survived++)
        {
            var left = survived;
            _store.BeforeWrite = () => left-- == 0 ? throw new InvalidOperationException("the process dies here") : Task.CompletedTask;
            var died = await DiesAsync(() => Cases.TallyAsync(default));
            _store.BeforeWrite = static () => Task.CompletedTask;

            (await AllPagesAsync(new CaseQuery())).Found.ShouldBe(all);
            (await AllPagesAsync(new CaseQuery { State = CaseState.Resolved })).Found.ShouldBe(resolved);
            if (!died)
                return;
            _time.Advance(TimeSpan.FromMinutes(10));
        }
    }

    [Fact]
    public async Task Rebuild_AfterTermsAndLinesWereLost_FindsAllAgain()
    {
        await FillAsync(700);
        foreach (var table in new[] { "terms", "tallies", "changed", "tally-mark" })
        {
            foreach (var row in await _store.QueryAsync(Tables.Lookup, Tenant.Partition(table), null, null, default).ToListAsync())
                _store.Tamper(Tables.Lookup, row.Partition, row.Row, null);
        }

        var places = await _store.QueryAsync(Tables.Cases, Tenant.Partition("newest"), null, null, default).ToListAsync();
        foreach (var row in places.Take(300))
            _store.Tamper(Tables.Cases, row.Partition, row.Row, null);
        (await Search.FindAsync(new CaseQuery { Text = "INC0000005" }, default)).Total.ShouldBe(0);

        var (cases, corrected) = await Cases.RebuildAsync(default);

        (cases, corrected).ShouldBe((700, 300));
        foreach (var query in new[] { new CaseQuery(), new CaseQuery { Text = "INC0000005" }, new CaseQuery { Requester = "moss" }, new CaseQuery { State = CaseState.Resolved } })
            (await AllPagesAsync(query)).Found.ShouldBe(await ScanAsync(query));
        (await Cases.RebuildAsync(default)).Corrected.ShouldBe(0);
    }

    [Fact]
    public async Task Store_HoldsNoTextBeyondIdsTitlesAndNames()
    {
        await FillAsync(20);
        await Cases.UpdateAsync(Ticket(1).CaseId, record => record with { Reason = "Hedwig secretreason", Doing = "secretdoing", Undelivered = ["secretchannel"], Steps = [new CaseStep("a", "device.sync", "LT-1", CaseStepState.Verified, "secretnote")] }, default);

        var rows = await _store.QueryAsync(Tables.Lookup, Tenant.Partition("terms"), null, null, default).ToListAsync();

        rows.ShouldAllBe(row => row.Json == "{}");
        rows.ShouldAllBe(row => !row.Row.Contains("secret") && !row.Row.Contains("hedwig"));
        rows.Select(row => row.Row.Split('|')[0]).Distinct().Order().ShouldBe(["d", "n", "t", "w"]);
    }

    private static TicketReference Ticket(int number) => new("servicenow", $"{number:x32}", $"INC{number:0000000}");

    private async Task FillAsync(int cases, bool tallies = true)
    {
        for (var i = 0; i < cases; i++)
        {
            _time.SetUtcNow(Start.AddHours(i));
            await Cases.OpenAsync(Ticket(i), Start.AddHours(i), default);
            var person = i % People.Length;
            await Cases.UpdateAsync(
                Ticket(i).CaseId,
                record => record with
                {
                    Title = i % 4 == 0 ? $"Lost laptop, number {i}" : "Locked out",
                    RequesterName = People[person],
                    RequesterId = new PersonId($"00000000-0000-0000-0000-{person:000000000000}"),
                    Intent = Intents[i % 7 % 3],
                    State = (i % 11) switch { 0 => CaseState.Escalated, 1 => CaseState.WaitingForApproval, _ => CaseState.Resolved },
                    Path = i % 11 == 0 ? CasePath.Person : CasePath.Automatic,
                    Steps = i % 4 == 0 ? [new CaseStep("sync", "device.sync", $"LT-{i % 50:0000}", CaseStepState.Verified)] : [],
                },
                default);
            if (i == 250)
                await Cases.UpdateAsync(Ticket(i).CaseId, record => record with { State = CaseState.Ignored, Path = CasePath.Approval }, default);
        }

        if (tallies)
            await Cases.TallyAsync(default);
    }

    private async Task<(List<string> Found, List<int> Totals)> AllPagesAsync(CaseQuery query)
    {
        var (found, totals) = (new List<string>(), new List<int>());
        string? after = null;
        do
        {
            var page = await Search.FindAsync(query with { After = after, PageSize = 40 }, default);
            page.IsExact.ShouldBeTrue();
            found.AddRange(page.Cases.Select(listed => listed.CaseId.Value));
            totals.Add(page.Total);
            after = page.Next;
        }
        while (after is not null);
        return (found, totals);
    }

    // What the words of a query mean, written once more and plainly.
    private async Task<List<string>> ScanAsync(CaseQuery query)
    {
        var all = await Cases.ListAsync(default).ToListAsync();
        return
        [
            .. all.Where(record => Text(record, query.Text) && Words(query.Requester, [record.RequesterName, record.RequesterId?.Value.Replace("-", " ")])
                    && Words(query.Target, record.Steps.Select(step => step.TargetName)) && (query.State is null || record.State == query.State)
                    && (query.Path is null || record.Path == query.Path) && (query.Intent.Length == 0 || record.Intent == query.Intent)
                    && (query.From is null || record.OpenedAt >= query.From) && (query.Until is null || record.OpenedAt < query.Until))
                .OrderByDescending(record => record.OpenedAt).ThenBy(record => record.CaseId, StringComparer.Ordinal).Select(record => record.CaseId),
        ];

        static bool Text(CaseRecord record, string text) =>
            text.Length == 0 || string.Equals(record.Ticket.Number, text.Trim(), StringComparison.OrdinalIgnoreCase)
            || (!text.Contains("INC", StringComparison.OrdinalIgnoreCase) && text != "?!" && Words(text, record.Steps.Select(step => (string?)step.TargetName).Append(record.Title).Append(record.RequesterName)));

        static bool Words(string asked, IEnumerable<string?> texts) =>
            Split(asked).IsSubsetOf(texts.SelectMany(Split));

        static HashSet<string> Split(string? text) =>
            [.. (text ?? "").ToLowerInvariant().Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace('é', 'e').Replace('ú', 'u').Replace('ñ', 'n').Replace('ê', 'e').Replace('ị', 'i').Replace('ồ', 'o'))];
    }

    private async Task<long> ReadsAsync(CaseQuery query)
    {
        var before = _store.Reads;
        await Search.FindAsync(query, default);
        return _store.Reads - before;
    }

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
