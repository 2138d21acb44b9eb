using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>Many tickets at once: one requester does not use up what approvers can read, and nothing is lost.</summary>
public sealed class FloodTests : IDisposable
{
    private readonly House _house = new();
    private int _tickets;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task SixtyTicketsOfOneRequester_SixApprovals_AnotherOneIsServed_AndNothingIsLost()
    {
        for (var at = 0; at < 58; at++)
        {
            var report = $"0b000000-0000-4000-8000-0000000000{at:00}";
            _house.Directory.Add(report, $"Report {at}");
            _house.Directory.Managers[report] = House.Manager;
            await FileAsync(House.Manager, "identity.leaver", $"{report}@contoso.example leaves the company today, please remove the access.");
        }

        await AccessAsync(House.Manager);
        await FileAsync(House.Manager, "identity.licence", "I need a licence for visio, please assign one to me.", "visio");
        await AccessAsync(House.Stranger);

        var records = await RecordsAsync();
        records.Count(record => record.State == CaseState.WaitingForApproval).ShouldBe(7);
        records[^1].State.ShouldBe(CaseState.WaitingForApproval, "the other requester");
        var turnedAway = records.Where(record => record.State == CaseState.Escalated).ToList();
        turnedAway.Count.ShouldBe(54);
        turnedAway.ShouldAllBe(record => record.Reason!.Contains("6 approvals in this hour", StringComparison.Ordinal) && record.HandedTo != null);
        _house.Tickets.Notes.Count.ShouldBe(54, "each of them has a person with a summary");
        (await _house.Get<ApprovalService>().ListOpenAsync(default).CountAsync()).ShouldBe(7);
        _house.Teams.Cards.Count.ShouldBe(7);
    }

    [Fact]
    public async Task FiftyApprovalsOfAnHour_AreFortyCardsAndOneDigest_AndAllWaitOnThePage()
    {
        for (var at = 0; at < 50; at++)
        {
            var person = $"0c000000-0000-4000-8000-0000000000{at:00}";
            _house.Directory.Add(person, $"Person {at}");
            // Of different intents: 25 people with the same one look like an outage, which is another limit.
            await ((at % 3) switch
            {
                0 => AccessAsync(person),
                1 => FileAsync(person, "identity.licence", "I need a licence for visio, please assign one to me.", "visio"),
                _ => FileAsync(person, "identity.password-forgotten", "I have forgotten my password and cannot sign in to anything at all today."),
            });
        }

        (await RecordsAsync()).Select(record => (record.State, record.Reason)).Distinct().ShouldBe([(CaseState.WaitingForApproval, null)]);
        (await _house.Get<ApprovalService>().ListOpenAsync(default).CountAsync()).ShouldBe(50);
        _house.Teams.Cards.Count(card => !card.Title.EndsWith("approvals are waiting", StringComparison.Ordinal)).ShouldBe(40);
        _house.Teams.Cards.Count(card => card.Title.EndsWith("approvals are waiting", StringComparison.Ordinal)).ShouldBe(1);
    }

    private Task AccessAsync(string requester) => FileAsync(requester, "identity.app-access", "I moved to the key account team. Please give me access to the CRM application.", "crm");

    private async Task<List<CaseRecord>> RecordsAsync()
    {
        var records = new List<CaseRecord>();
        for (var at = 1; at <= _tickets; at++)
            records.Add((await _house.Get<CaseStore>().FindAsync(new CaseId($"servicenow-{at}"), default)).ShouldNotBeNull());
        return records;
    }

    // Runs until an approval is waited for, or the ticket is with a person.
    private async Task FileAsync(string requester, string intent, string text, string? app = null)
    {
        var id = $"{++_tickets}";
        _house.Model.Answer = _ => new TriageAnswer(intent, 0.97) { AppHint = app };
        _house.Tickets.Write("A request", text, $"{requester}@contoso.example");
        _house.Tickets.Ticket = _house.Tickets.Ticket! with { Reference = new TicketReference("servicenow", id, $"INC{id}") };
        var context = _house.Context($"servicenow-{id}");
        context.OnWait = _ => throw new OperationCanceledException("An approval is waited for: far enough.");
        try
        {
            await _house.RunAsync(context);
        }
        catch (OperationCanceledException)
        {
            (await _house.Get<CaseStore>().FindAsync(new CaseId($"servicenow-{id}"), default)).ShouldNotBeNull().State.ShouldBe(CaseState.WaitingForApproval);
        }
    }
}
