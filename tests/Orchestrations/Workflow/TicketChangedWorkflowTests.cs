using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Workflow;

public sealed class TicketChangedWorkflowTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");

    private readonly House _house = new();
    private int _deliveries;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task OurOwnResolution_IsNoReopening()
    {
        await ResolvedAsync();

        (await ChangedAsync()).IsReopened.ShouldBeFalse();
        _house.Tickets.Group.ShouldBeNull();
    }

    [Fact]
    public async Task Reopened_TakesTheResolutionBackAndCallsOnePerson()
    {
        await ResolvedAsync();
        _house.Tickets.Ticket = _house.Tickets.Ticket.ShouldNotBeNull() with { State = TicketState.Open, Version = _house.Tickets.Ticket.Version + 1 };

        (await ChangedAsync()).IsReopened.ShouldBeTrue();
        (await ChangedAsync()).IsReopened.ShouldBeFalse();

        (await _house.Store.OutcomeAsync(CaseId)).ShouldNotBeNull().ReopenedAt.ShouldNotBeNull();
        var outcome = (await _house.Store.OutcomeAsync(CaseId)).ShouldNotBeNull();
        (outcome.State, outcome.Verified).ShouldBe((CaseState.Escalated, false));
        var record = (await _house.Get<CaseStore>().FindAsync(CaseId, default)).ShouldNotBeNull();
        (record.State, record.Verified, record.Path, record.ReopenedAt is not null).ShouldBe((CaseState.Escalated, false, CasePath.Person, true));
        _house.Audit.Events.Count(entry => entry.Kind == AuditKinds.Reopened).ShouldBe(1);
        _house.Tickets.Notes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ClosedByThePersonWhoGotIt_IsMeasuredFromTheHandOverOnce()
    {
        _house.Model.Answer = _ => TriageAnswer.Abstain(AbstentionReasons.OutOfScope);
        _house.Tickets.Write("A problem", "Something is wrong with the coffee machine of the second floor.", $"{House.Requester}@contoso.example");
        (await _house.RunAsync()).State.ShouldBe(CaseState.Escalated);
        (await ChangedAsync()).IsReopened.ShouldBeFalse();
        (await _house.Store.OutcomeAsync(CaseId)).ShouldNotBeNull().WithPersonFor.ShouldBeNull("they have it");

        _house.Time.Advance(TimeSpan.FromMinutes(40));
        _house.Tickets.Ticket = _house.Tickets.Ticket.ShouldNotBeNull() with { State = TicketState.Resolved, Version = _house.Tickets.Ticket.Version + 1 };
        await ChangedAsync();
        _house.Time.Advance(TimeSpan.FromHours(9));
        await ChangedAsync();

        var outcome = (await _house.Store.OutcomeAsync(CaseId)).ShouldNotBeNull();
        (outcome.WithPersonFor, outcome.IsHelpUsed, outcome.State).ShouldBe((TimeSpan.FromMinutes(40), false, CaseState.Escalated));
    }

    [Theory]
    [InlineData("human, please", true)]
    [InlineData("Ich möchte bitte mit einem Menschen sprechen.", true)]
    [InlineData("Thank you, it works again.", false)]
    public async Task Comment_ByTheRequester_AsksForAPersonOrNot(string text, bool wanted)
    {
        await ResolvedAsync();
        _house.Tickets.Comment(text);

        (await ChangedAsync()).PersonWanted.ShouldBe(wanted);
        (await _house.Get<PersonRequests>().FindAsync(CaseId, default) is not null).ShouldBe(wanted);
    }

    [Theory]
    [InlineData("Rita.R", true)]
    [InlineData("sam.s", false)]
    [InlineData("", false)]
    public async Task Comment_OfASystemThatNamesAuthorsByUserName_CountsWhenItIsTheRequester(string author, bool wanted)
    {
        await ResolvedAsync();
        _house.Tickets.Comment("human, please");
        var ticket = _house.Tickets.Ticket.ShouldNotBeNull();
        _house.Tickets.Ticket = ticket with
        {
            Requester = ticket.Requester.ShouldNotBeNull() with { UserName = "rita.r" },
            Comments = [.. ticket.Comments.Select(comment => comment with { AuthorUserId = author })],
        };

        (await ChangedAsync()).PersonWanted.ShouldBe(wanted);
    }

    [Theory]
    [InlineData(-2, true)]
    [InlineData(-3600, false)]
    public async Task Comment_ByTheClockOfTheTicketSystem_MayBeALittleBehindOurs(int seconds, bool wanted)
    {
        await ResolvedAsync();
        var opened = (await _house.Get<CaseStore>().FindAsync(CaseId, default)).ShouldNotBeNull().OpenedAt;
        _house.Tickets.Comment("human, please");
        var ticket = _house.Tickets.Ticket.ShouldNotBeNull();
        _house.Tickets.Ticket = ticket with { Comments = [.. ticket.Comments.Select(comment => comment with { At = opened.AddSeconds(seconds) })] };

        (await ChangedAsync()).PersonWanted.ShouldBe(wanted);
    }

    [Fact]
    public async Task UnknownCase_NothingHappens()
    {
        _house.Tickets.Write("Title", "Text", "x@contoso.example");

        (await ChangedAsync()).ShouldBe(new ReadTicketChange.Result(false, false, null, "en"));
    }

    private Task<ReadTicketChange.Result> ChangedAsync()
    {
        var id = $"{CaseId}-change-{++_deliveries}";
        return new TicketChangedWorkflow().RunAsync(_house.Context(id), new TicketChangedWorkflow.Input(_house.Tickets.Ticket!.Reference));
    }

    private async Task ResolvedAsync()
    {
        _house.Directory.Devices["d1"] = new HelpDesk.Orchestrations.Domain.Directory.Device { Id = new DeviceId("d1"), Name = "LON-LT-0421", OwnerId = new PersonId(House.Requester), OperatingSystem = "Windows", IsCompanyOwned = true, LastSyncAt = _house.Time.GetUtcNow() };
        _house.Model.Answer = _ => new TriageAnswer("device.sync", 0.97);
        _house.Tickets.Write("A problem", "My laptop does not sync with Intune since this morning, its settings and apps are missing.", $"{House.Requester}@contoso.example");
        (await _house.RunAsync()).State.ShouldBe(CaseState.Resolved);
    }
}
