using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Operations;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Operations;

public sealed class WatchdogTests
{
    private static readonly TicketReference Ticket = new("servicenow", "9d385017c611228701d22104cc95c371", "INC0010001");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 10, 12, 8, 0, 0, TimeSpan.Zero));
    private readonly MemoryRecordStore _store = new();
    private readonly InlineClient _workflows = new();

    private CaseStore Journal => new(_store, _time);

    private Watchdog Dog => new(Journal, new CaseSignal(Journal, _workflows, new PendingActs(_store, Options.Create(new HelpDeskOptions { LinkKey = Convert.ToBase64String(new byte[32]) }), _time, NullLogger<PendingActs>.Instance)), _workflows, _time, NullLogger<Watchdog>.Instance);

    [Theory]
    [InlineData(CaseState.Working, WorkflowState.Running, 4, false)]
    [InlineData(CaseState.Working, WorkflowState.Running, 6, true)]
    [InlineData(CaseState.Working, WorkflowState.Failed, 0, true)]
    [InlineData(CaseState.Working, null, 0, true)]
    [InlineData(CaseState.WaitingForApproval, WorkflowState.Running, 300, false)]
    [InlineData(CaseState.WaitingForApproval, WorkflowState.Running, 337, true)]
    [InlineData(CaseState.Resolved, WorkflowState.Completed, 1000, false)]
    [InlineData(CaseState.Escalated, null, 1000, false)]
    public async Task Case_ByStateWorkflowAndAge_IsStuckOrNot(CaseState state, WorkflowState? workflow, int hours, bool isStuck)
    {
        await OpenAsync(state, workflow);
        _time.Advance(TimeSpan.FromHours(hours));

        (await Dog.FindAsync(default)).ShouldBe(isStuck ? [Ticket.CaseId] : []);
    }

    [Theory]
    [InlineData(CaseState.WaitingForApproval, 13, 1)]
    [InlineData(CaseState.WaitingForHandOver, 13, 1)]
    [InlineData(CaseState.WaitingForApproval, 11, 0)]
    [InlineData(CaseState.Working, 13, 0)]
    public async Task Case_ThatHasWaitedLong_IsWoken(CaseState state, int hours, int woken)
    {
        await OpenAsync(state, WorkflowState.Running);
        _time.Advance(TimeSpan.FromHours(hours));

        (await Dog.WakeAsync(default)).ShouldBe(woken);
        _workflows.Raised.ShouldBe(woken == 0 ? [] : [(Ticket.CaseId, "gate-1")]);
    }

    [Fact]
    public async Task ThousandsOfCases_ThatHaveWaitedLong_AreWokenInTurns_AndEachWithinAFewHours()
    {
        const int Cases = 1_100;
        for (var number = 0; number < Cases; number++)
        {
            var ticket = new TicketReference("servicenow", $"9d385017c611228701d22104cc9{number:D5}", $"INC{number:D7}");
            await Journal.OpenAsync(ticket, _time.GetUtcNow(), default);
            await Journal.UpdateAsync(ticket.CaseId, record => record with { State = CaseState.WaitingForAnswer, WaitingFor = $"answer-{number}" }, default);
        }

        var woken = new List<int>();
        for (var hour = 0; hour < 3; hour++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            woken.Add(await Dog.WakeAsync(default));
        }

        woken.ShouldAllBe(count => count <= Watchdog.MostWoken);
        _workflows.Raised.Select(static raised => raised.Event).Distinct(StringComparer.Ordinal).Count().ShouldBe(Cases);
    }

    private async Task OpenAsync(CaseState state, WorkflowState? workflow)
    {
        await Journal.OpenAsync(Ticket, _time.GetUtcNow(), default);
        await Journal.UpdateAsync(Ticket.CaseId, record => record with { State = state, WaitingFor = "gate-1" }, default);
        if (workflow is { } at)
            _workflows.Statuses[Ticket.CaseId] = new WorkflowStatus(Ticket.CaseId, "ticket", at, null, default, default, null, null, null);
    }
}
