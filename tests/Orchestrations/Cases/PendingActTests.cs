using System.Globalization;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Flows.Timers;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Tests.Harness;
using Record = HelpDesk.Orchestrations.Foundation.Records.Record;

namespace HelpDesk.Orchestrations.Tests.Cases;

/// <summary>What a person did is kept while the engine takes nothing, and passed on once when it does.</summary>
public sealed class PendingActTests : IDisposable
{
    private const string Waited = "approval-x-1";

    private static readonly TicketReference Ticket = new("servicenow", "1", "INC1");
    private static readonly string Partition = Tenant.Partition("acts");

    private readonly House _house = new();

    private CaseId CaseId => Ticket.CaseId;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Wish_WhileTheEngineIsDown_WakesTheCaseOnceItIsBack()
    {
        await OpenAsync(waiting: true);
        _house.Workflows.IsDown = true;

        await _house.Get<PersonRequestService>().RequestAsync(CaseId, "requester", default);

        (await _house.Get<PersonRequests>().FindAsync(CaseId, default)).ShouldNotBeNull();
        _house.Workflows.IsDown = false;
        await RecoverAsync();
        _house.Workflows.Raised.ShouldContain((CaseId, Waited));

        _house.Workflows.Raised.Clear();
        (await RecoverAsync()).ShouldBe(0);
        _house.Workflows.Raised.ShouldBeEmpty();
    }

    [Fact]
    public async Task Wish_OnAResolvedCase_WhileTheEngineIsDown_ReopensItOnceItIsBack()
    {
        await OpenAsync(waiting: false);
        await _house.Get<CaseStore>().UpdateAsync(CaseId, record => record with { State = CaseState.Resolved, ClosedAt = _house.Time.GetUtcNow() }, default);
        _house.Workflows.IsDown = true;
        await _house.Get<PersonRequestService>().RequestAsync(CaseId, "requester", default);
        _house.Workflows.IsDown = false;

        await RecoverAsync();

        _house.Workflows.Started.Keys.ShouldBe([$"{CaseId}-person-wanted"]);
    }

    [Fact]
    public async Task NotMe_WhileTheEngineIsDown_IsDoneOnceItIsBack()
    {
        await OpenAsync(waiting: true);
        _house.Workflows.IsDown = true;

        (await _house.Get<NotMeService>().ReportAsync(CaseId, "link", "link", default)).ShouldBeTrue();

        (await _house.Get<NotMeReports>().FindAsync(CaseId, default)).ShouldNotBeNull();
        _house.Workflows.IsDown = false;
        await RecoverAsync();
        _house.Workflows.Started.Keys.ShouldBe([NotMeWorkflow.IdFor(CaseId)]);
        _house.Audit.Events.Count(entry => entry.Kind == AuditKinds.NotMe).ShouldBe(1);
    }

    [Fact]
    public async Task NotMe_StoppedBeforeItWasStored_IsStoredAndDone()
    {
        await OpenAsync(waiting: true);
        // As after a kill just behind the first write: nothing but the row is there.
        await Should.ThrowAsync<VendorException>(() => _house.Get<PendingActs>().RunAsync(
            CaseId, PendingActKind.NotMe, new ActSource("link", "page"), () => throw new VendorException("store", "killed", "The process was killed here.", isRetryable: true), () => Task.CompletedTask, default));

        (await RecoverAsync()).ShouldBe(1);

        (await _house.Get<NotMeReports>().FindAsync(CaseId, default)).ShouldNotBeNull().By.ShouldBe("link");
        _house.Workflows.Started.Keys.ShouldBe([NotMeWorkflow.IdFor(CaseId)]);
    }

    [Fact]
    public async Task EngineStillDown_TheNextRunLooksAgain_AndOneThatCannotBeDoneIsInNobodysWay()
    {
        await OpenAsync(waiting: true);
        _house.Workflows.IsDown = true;
        await _house.Get<CaseSignal>().StoreAsync(CaseId, () => Task.CompletedTask, default);
        // About a case that there is not: nothing to wake.
        await _house.Get<CaseSignal>().StoreAsync(new CaseId("servicenow-unknown"), () => Task.CompletedTask, default);
        await Should.ThrowAsync<InvalidOperationException>(() => RecoverAsync());
        _house.Workflows.IsDown = false;
        _house.Time.Advance(TimeSpan.FromDays(2));

        await RecoverAsync();

        _house.Workflows.Raised.ShouldBe([(CaseId, Waited)]);
    }

    [Fact]
    public async Task Act_ThatTheEngineTook_IsNeverRepeated()
    {
        await OpenAsync(waiting: true);

        (await _house.Get<CaseSignal>().StoreAsync(CaseId, () => Task.CompletedTask, default)).ShouldBeTrue();

        (await RecoverAsync()).ShouldBe(0);
        _house.Workflows.Raised.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"caseId":"servicenow-1","kind":"notMe","by":{"person":"link","way":"link"},"at":"2026-11-24T09:00:00+00:00"}""")]
    [InlineData("""{"caseId":"servicenow-1","kind":"notMe","by":{"person":"link","way":"link"},"at":"2026-11-24T09:00:00+00:00","code":"00"}""")]
    [InlineData("""{"caseId":"servicenow-1","kind":"everything","at":"2026-11-24T09:00:00+00:00"}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("no JSON")]
    public async Task Row_ThatWeDidNotWrite_IsASecurityEventAndFollowedByNothing(string json)
    {
        await OpenAsync(waiting: true);
        await _house.Store.AddAsync(Tables.Flags, new Record(Partition, $"{_house.Time.GetUtcNow().UtcTicks.ToString("D19", CultureInfo.InvariantCulture)}|x", json), default);

        (await RecoverAsync()).ShouldBe(0);
        await RecoverAsync();

        _house.Workflows.Started.ShouldBeEmpty();
        _house.Workflows.Raised.ShouldBeEmpty();
        (await _house.Get<NotMeReports>().FindAsync(CaseId, default)).ShouldBeNull();
        (await TamperEvents.RecentAsync(_house.Store, _house.Time, default).ToListAsync()).ShouldHaveSingleItem().Finding.ShouldContain("HelpDesk:LinkKey");
    }

    [Fact]
    public async Task Row_OfAnotherCase_CopiedUnderAnotherName_IsNotFollowed()
    {
        await OpenAsync(waiting: true);
        _house.Workflows.IsDown = true;
        await _house.Get<NotMeService>().ReportAsync(CaseId, "link", "link", default);
        _house.Workflows.IsDown = false;
        var rows = await _house.Store.QueryAsync(Tables.Flags, Partition, null, null, default).ToListAsync();
        var own = rows.Single(row => row.Json.Contains("notMe", StringComparison.Ordinal));
        await _house.Store.AddAsync(Tables.Flags, own with { Row = $"{own.Row}2", Json = own.Json.Replace(CaseId, "servicenow-2", StringComparison.Ordinal), ETag = null }, default);

        await RecoverAsync();

        _house.Workflows.Started.Keys.ShouldBe([NotMeWorkflow.IdFor(CaseId)]);
        (await TamperEvents.RecentAsync(_house.Store, _house.Time, default).CountAsync()).ShouldBe(1);
    }

    private Task<int> RecoverAsync() => _house.Get<PendingActRecovery>().RunAsync(default);

    private async Task OpenAsync(bool waiting)
    {
        await _house.Get<CaseStore>().OpenAsync(Ticket, _house.Time.GetUtcNow(), default);
        if (waiting)
            await _house.Get<CaseSignal>().RegisterWaitAsync(CaseId, Waited, default);
    }
}
