using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Outcomes;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>Every wait reads the ticket itself: what became of it is seen although no webhook tells of it.</summary>
public sealed class WaitStopTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("resolved", "Resolved by a person")]
    [InlineData("assigned", "assigned to Dora")]
    [InlineData("withdrawn", "took the request back")]
    public async Task Approval_TicketThatIsOverMeanwhile_IsWithdrawnAtTheNextLook(string what, string why)
    {
        _house.Model.Answer = _ => new TriageAnswer("identity.compromised", 0.97);
        _house.Tickets.Write("A problem", "Somebody else signs in with my account, I got strange mails about it today.", $"{House.Requester}@contoso.example");
        var context = _house.Context(CaseId);
        string? approvalId = null;
        context.OnWait = async _ =>
        {
            approvalId ??= (await _house.Get<CaseStore>().FindAsync(CaseId, default))!.OpenApprovalId;
            Change(what);
            return false;
        };
        var from = _house.Time.GetUtcNow();

        var end = await _house.RunAsync(context);

        end.Why.ShouldNotBeNull().ShouldContain(why);
        (await _house.Get<ApprovalService>().FindAsync(approvalId.ShouldNotBeNull(), default))!.State.ShouldBe(ApprovalState.Withdrawn);
        (_house.Time.GetUtcNow() - from).ShouldBeLessThan(TimeSpan.FromHours(1), "at the reminder, long before it expires");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Joined_TicketThatAnAgentTookMeanwhile_EndsItsWait(bool readsTicket)
    {
        _house.Tickets.Write("A problem", "My laptop does not sync with Intune since this morning.", $"{House.Requester}@contoso.example");
        var store = _house.Get<CaseStore>();
        await store.OpenAsync(new TicketReference("servicenow", "other", "INC1"), _house.Time.GetUtcNow(), default);
        await store.OpenAsync(_house.Tickets.Ticket!.Reference, _house.Time.GetUtcNow(), default);
        var (_, reference) = await _house.Get<TicketReader>().KeepAsync(CaseId, _house.Tickets.Ticket, default);
        await store.UpdateAsync(CaseId, record => record with { Snapshot = reference, State = CaseState.Joined, JoinedTo = new CaseId("servicenow-other") }, default);
        Change("assigned");

        var seen = await _house.Get<ReadJoined>().RunAsync(new ActivityContext(CaseId, $"{CaseId}/9", 1, default), new ReadJoined.Input(CaseId, new CaseId("servicenow-other"), "joined-0-2") { ReadsTicket = readsTicket });

        seen.IsOver.ShouldBeFalse();
        (seen.Stop?.Contains("assigned to Dora", StringComparison.Ordinal) ?? false).ShouldBe(readsTicket);
    }

    private void Change(string what)
    {
        var ticket = _house.Tickets.Ticket.ShouldNotBeNull();
        if (what == "withdrawn")
            _house.Tickets.Comment("Please cancel this, I don't need it any more.", id: "c-withdrawn");
        else
            _house.Tickets.Ticket = what == "resolved" ? ticket with { State = TicketState.Resolved, Version = ticket.Version + 1 } : ticket with { AssignedTo = "Dora Desk", Version = ticket.Version + 1 };
    }
}
