using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>While it is checked whether everything worked, the ticket lives on: what becomes of it ends the wait at once, with the reason.</summary>
public sealed class OutcomeStopTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");
    private const string Pending = "Intune calls the device 'not compliant'.";

    private readonly House _house = new();
    private int _deliveries;

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("resolved", "Resolved by a person")]
    [InlineData("assigned", "assigned to Dora")]
    [InlineData("withdrawn", "took the request back")]
    [InlineData("other", "asks for something else")]
    [InlineData("person", "A person was asked for")]
    public async Task Checking_WhatBecomesOfTheTicket_EndsTheWait(string what, string why)
    {
        _house.Outcomes.Readings["device.compliant"] = _ => OutcomeReading.Pending(Pending);
        var from = _house.Time.GetUtcNow();

        var end = await RunAsync(() => Change(what));

        (end.State, end.Path).ShouldBe((CaseState.Escalated, CasePath.Person));
        end.Why.ShouldNotBeNull().ShouldContain(why);
        end.Why.ShouldContain(Pending, customMessage: "what was not so yet is said too");
        (_house.Time.GetUtcNow() - from).ShouldBeLessThan(TimeSpan.FromHours(1));
        _house.Workflows.Raised.ShouldContain(raised => raised.Instance == CaseId && raised.Event.StartsWith("outcome-", StringComparison.Ordinal), "a comment wakes the wait");
        _house.Trace.Count(line => line == "effect device.sync").ShouldBe(1);
        if (what is "resolved" or "assigned")
        {
            _house.Tickets.Group.ShouldBeNull();
            _house.Tickets.Notes.ShouldContain(note => note.Contains("The ticket stays with you", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("thanks")]
    [InlineData("works")]
    public async Task Checking_ThanksOrItWorks_GoesOnUntilItIsReadBack(string what)
    {
        var from = _house.Time.GetUtcNow();
        _house.Outcomes.Readings["device.compliant"] = call => call.Now < from.AddHours(1) ? OutcomeReading.Pending(Pending) : OutcomeReading.Holds("Intune calls the device compliant.");

        (await RunAsync(() => Change(what))).State.ShouldBe(CaseState.Resolved);
    }

    [Fact]
    public async Task Checking_ItWorksAndThenAnAgentTakesIt_IsLeftToTheAgent()
    {
        _house.Outcomes.Readings["device.compliant"] = _ => OutcomeReading.Pending(Pending);
        var changes = 0;

        var end = await RunAsync(() => Change(changes++ == 0 ? "works" : "assigned"), times: 2);

        end.Why.ShouldNotBeNull().ShouldContain("assigned to Dora");
    }

    // No webhook: what becomes of the ticket is seen because it is read.
    [Theory]
    [InlineData("resolved", "Resolved by a person")]
    [InlineData("assigned", "assigned to Dora")]
    [InlineData("withdrawn", "took the request back")]
    [InlineData("other", "asks for something else")]
    [InlineData("person", "A person was asked for")]
    [InlineData("gone", "The ticket is gone")]
    public async Task Checking_WhatBecomesOfTheTicketAndNoWebhookSays_EndsTheWait(string what, string why)
    {
        _house.Outcomes.Readings["device.compliant"] = _ => OutcomeReading.Pending(Pending);
        var from = _house.Time.GetUtcNow();

        var end = await RunAsync(() => Change(what), isTold: false);

        (end.State, end.Path).ShouldBe((CaseState.Escalated, CasePath.Person));
        end.Why.ShouldNotBeNull().ShouldContain(why);
        (_house.Time.GetUtcNow() - from).ShouldBeLessThan(TimeSpan.FromHours(1));
    }

    // What a person did with it counts more than that it works: nobody's ticket is closed under their hands.
    [Theory]
    [InlineData("assigned")]
    [InlineData("other")]
    [InlineData("person")]
    public async Task Checking_TrueWhenTheTicketIsAPersonsAlready_IsNotClosed(string what)
    {
        var isChanged = false;
        _house.Outcomes.Readings["device.compliant"] = _ => isChanged ? OutcomeReading.Holds("Intune calls the device compliant.") : OutcomeReading.Pending(Pending);

        var end = await RunAsync(
            () =>
            {
                Change(what);
                isChanged = true;
            },
            isTold: false);

        end.State.ShouldBe(CaseState.Escalated);
        end.Why.ShouldNotBeNull().ShouldContain("it works as read back");
        _house.Tickets.Ticket.ShouldNotBeNull().State.ShouldBe(TicketState.Open);
    }

    [Fact]
    public async Task Checking_WithTheTicketSystemDown_GoesOnUntilItIsReadBack()
    {
        var from = _house.Time.GetUtcNow();
        var wasDown = 0;
        _house.Outcomes.Readings["device.compliant"] = call =>
        {
            _house.Tickets.IsDown = call.Now < from.AddHours(1) && ++wasDown > 0;
            return _house.Tickets.IsDown ? OutcomeReading.Pending(Pending) : OutcomeReading.Holds("Intune calls the device compliant.");
        };

        (await RunAsync(() => { }, times: 0)).State.ShouldBe(CaseState.Resolved);

        wasDown.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Checking_ReadsTheTicketOnceForEachReadingAfterAWait()
    {
        var from = _house.Time.GetUtcNow();
        var reads = new List<int>();
        _house.Outcomes.Readings["device.compliant"] = call =>
        {
            reads.Add(_house.Tickets.Reads);
            return call.Now < from.AddMinutes(30) ? OutcomeReading.Pending(Pending) : OutcomeReading.Holds("Intune calls the device compliant.");
        };

        (await RunAsync(() => { }, times: 0)).State.ShouldBe(CaseState.Resolved);

        reads.Count.ShouldBeGreaterThan(5);
        // Telling the requester that it takes longer needs no reading.
        reads.Zip(reads.Skip(1), static (before, after) => after - before).ShouldAllBe(static more => more == 1);
    }

    private void Change(string what)
    {
        var ticket = _house.Tickets.Ticket.ShouldNotBeNull();
        switch (what)
        {
            case "resolved":
                _house.Tickets.Ticket = ticket with { State = TicketState.Resolved, Version = ticket.Version + 1 };
                break;
            case "gone":
                _house.Tickets.Ticket = null;
                break;
            case "assigned":
                _house.Tickets.Ticket = ticket with { AssignedTo = "Dora Desk", Version = ticket.Version + 1 };
                break;
            default:
                _house.Tickets.Comment(
                    what switch
                    {
                        "withdrawn" => "Please cancel this, I don't need it any more.",
                        "other" => "Sorry, I meant the VPN access.",
                        "person" => "Ich möchte bitte mit einem Menschen sprechen.",
                        "works" => "It works now!",
                        _ => "Thank you very much!",
                    },
                    id: $"c-{what}");
                break;
        }
    }

    private async Task<TicketWorkflow.Result> RunAsync(Action change, int times = 1, bool isTold = true)
    {
        _house.Directory.Devices["d1"] = new Device
        {
            Id = new DeviceId("d1"), Name = "LON-LT-0421", OwnerId = new PersonId(House.Requester), OperatingSystem = "Windows", IsCompanyOwned = true, LastSyncAt = _house.Time.GetUtcNow(),
        };
        _house.Model.Answer = _ => new TriageAnswer("device.non-compliant", 0.97);
        _house.Tickets.Write("A problem", "Mail on my notebook is blocked since Monday because the device is not compliant.", $"{House.Requester}@contoso.example");
        var context = _house.Context(CaseId);
        context.OnWait = async _ =>
        {
            if (_deliveries >= times || (await _house.Get<CaseStore>().FindAsync(CaseId, default))?.State != CaseState.CheckingOutcome)
                return false;
            change();
            _deliveries++;
            if (!isTold)
                return false;
            await new TicketChangedWorkflow().RunAsync(_house.Context($"{CaseId}-change-{_deliveries}"), new TicketChangedWorkflow.Input(_house.Tickets.Ticket!.Reference));
            return true;
        };
        return await _house.RunAsync(context);
    }
}
