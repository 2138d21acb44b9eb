using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>A fix that did not last is not repeated within policy's time; protection is; and a ticket that says it is over is closed with thanks.</summary>
public sealed class SameComplaintTests : IDisposable
{
    private const string Sync = "My notebook does not sync with Intune since this morning, its settings and apps are missing.";

    private readonly House _house = new();
    private int _tickets;

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData(6, false)]
    [InlineData(8, true)]
    public async Task SameFix_IsRepeatedOnlyAfterSevenDays(int days, bool isDone)
    {
        (await RunAsync("device.sync", Sync)).State.ShouldBe(CaseState.Resolved);
        _house.Time.Advance(TimeSpan.FromDays(days));

        var end = await RunAsync("device.sync", Sync);

        end.State.ShouldBe(isDone ? CaseState.Resolved : CaseState.Escalated, end.Why);
        // The scripted device is synchronised for good: the second time nothing needs a change.
        _house.Trace.Count(line => line == "effect device.sync").ShouldBe(1);
        _house.Outcomes.Read.Count(name => name == "device.checked-in").ShouldBe(isDone ? 2 : 1);
        if (!isDone)
            end.Why.ShouldNotBeNull().ShouldContain("in INC1. It was resolved. It is not done again within 7 days (policy/budgets.yaml, same-fix-after)");
    }

    [Fact]
    public async Task SameFix_ThatDidNotSolveTheProblem_SaysSoInItsHistory()
    {
        _house.Outcomes.Readings["device.compliant"] = _ => HelpDesk.Orchestrations.Domain.Runbooks.Outcomes.OutcomeReading.Missed("Intune calls the device 'not compliant'.");
        const string Text = "Mail on my notebook is blocked since Monday because the device is not compliant.";
        (await RunAsync("device.non-compliant", Text)).State.ShouldBe(CaseState.Escalated);

        var end = await RunAsync("device.non-compliant", Text);

        end.Why.ShouldNotBeNull().ShouldContain("It went to a person: Everything was done and read back, and the problem is not solved.");
        _house.Trace.Count(line => line == "effect device.sync").ShouldBe(1);
    }

    [Fact]
    public async Task Protection_IsRepeatedAtOnce()
    {
        const string Text = "Somebody else signs in with my account, I got strange mails about it today.";
        (await RunAsync("identity.compromised", Text)).State.ShouldBe(CaseState.Resolved);

        (await RunAsync("identity.compromised", Text)).State.ShouldBe(CaseState.Resolved);
    }

    [Fact]
    public async Task TicketThatIsOver_IsClosedWithThanks_AndNoFigureCountsItAsAFix()
    {
        var end = await RunAsync("device.sync", "It has resolved itself over night, you can close this ticket.");

        end.ShouldBe(new TicketWorkflow.Result(CaseState.Resolved, CasePath.Nothing, null));
        _house.Tickets.Ticket.ShouldNotBeNull().State.ShouldBe(TicketState.Resolved);
        _house.Tickets.Comments.Single().ShouldContain("Thank you for letting us know");
        _house.Tickets.Group.ShouldBeNull();
        _house.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
        (await _house.Store.OutcomeAsync("servicenow-1")).ShouldNotBeNull().Verified.ShouldBeFalse();
    }

    private async Task<TicketWorkflow.Result> RunAsync(string intent, string text)
    {
        var id = $"{++_tickets}";
        _house.Directory.Devices["d1"] = new Device
        {
            Id = new DeviceId("d1"), Name = "LON-LT-0421", OwnerId = new PersonId(House.Requester), OperatingSystem = "Windows", IsCompanyOwned = true, LastSyncAt = _house.Time.GetUtcNow(),
        };
        _house.Model.Answer = _ => new TriageAnswer(intent, 0.97);
        _house.Tickets.Write("A problem", text, $"{House.Requester}@contoso.example");
        _house.Tickets.Ticket = _house.Tickets.Ticket! with { Reference = new TicketReference("servicenow", id, $"INC{id}") };
        var context = _house.Context(_house.Tickets.Ticket.Reference.CaseId);
        context.OnWait = async _ => await _house.Get<ApprovalService>().ListOpenAsync(default).FirstOrDefaultAsync() is { } gate
            && (await _house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, true, House.Person(House.SecurityApprover), null, default)).Kind == DecisionKind.Recorded;
        return await _house.RunAsync(context);
    }
}
