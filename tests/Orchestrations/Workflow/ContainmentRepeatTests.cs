using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>A second ticket of the same person about the same thing does not contain again what the open first one did minutes ago.</summary>
public sealed class ContainmentRepeatTests : IDisposable
{
    private const string First = "Somebody else signs in with my account, I got strange mails about it today.";
    private const string Second = "Help! A stranger is using my account and signs in from abroad, I was hacked.";

    private readonly House _house = new();
    private int _tickets;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task SecondTicket_MinutesLater_JoinsWithoutASecondSignOut()
    {
        await WaitingAsync(First);
        _house.Time.Advance(TimeSpan.FromMinutes(3));

        await WaitingAsync(Second);

        SignOuts().ShouldBe(1);
        var second = await RecordAsync(2);
        (second.State, second.JoinedTo).ShouldBe((CaseState.Joined, new CaseId("servicenow-1")));
        second.Steps.Single(step => step.Remediation == "user.revoke-sessions").ShouldSatisfyAllConditions(
            step => step.State.ShouldBe(CaseStepState.AlreadyDone), step => step.Note.ShouldNotBeNull().ShouldContain("INC1"));
        second.Containment.ShouldBeEmpty();
        _house.Audit.Events.Count(entry => entry.CaseId == "servicenow-2" && entry.Kind == AuditKinds.StepIntended).ShouldBe(0);
    }

    [Fact]
    public async Task SecondTicket_LaterThanPolicySays_IsSignedOutAgain()
    {
        await WaitingAsync(First);
        _house.Time.Advance(TimeSpan.FromMinutes(20));

        await WaitingAsync(Second);

        SignOuts().ShouldBe(2);
    }

    [Fact]
    public async Task FirstOne_NotReadBack_WithholdsNothing()
    {
        _house.Remediations["user.revoke-sessions"].Faults.Enqueue((false, new VendorException("graph", "403", "Not allowed.", isRetryable: false)));
        await WaitingAsync(First);
        SignOuts().ShouldBe(0);

        await WaitingAsync(Second);

        SignOuts().ShouldBe(1);
    }

    [Fact]
    public async Task SecondTicket_OfAnotherPerson_IsContained()
    {
        await WaitingAsync(First);

        await WaitingAsync(Second, House.Stranger);

        SignOuts().ShouldBe(2);
        (await RecordAsync(2)).JoinedTo.ShouldBeNull();
    }

    private int SignOuts() => _house.Trace.Count(line => line == "effect user.revoke-sessions");

    private async Task<CaseRecord> RecordAsync(int ticket) => (await _house.Get<CaseStore>().FindAsync(new CaseId($"servicenow-{ticket}"), default)).ShouldNotBeNull();

    // Runs until something is waited for: an approval, or the other ticket.
    private async Task WaitingAsync(string text, string requester = House.Requester)
    {
        var id = $"{++_tickets}";
        // A session that is ended today is none tomorrow: a second sign-out would be an effect again.
        _house.Remediations["user.revoke-sessions"].Reset();
        _house.Model.Answer = _ => new TriageAnswer("identity.compromised", 0.97);
        _house.Tickets.Write("A problem", text, $"{requester}@contoso.example");
        _house.Tickets.Ticket = _house.Tickets.Ticket! with { Reference = new TicketReference("servicenow", id, $"INC{id}") };
        var context = _house.Context($"servicenow-{id}");
        context.OnWait = name => name.StartsWith("approval", StringComparison.Ordinal) || name.StartsWith("joined", StringComparison.Ordinal)
            ? throw new OperationCanceledException("Far enough.")
            : Task.FromResult(false);
        await Should.ThrowAsync<OperationCanceledException>(() => _house.RunAsync(context));
    }
}
