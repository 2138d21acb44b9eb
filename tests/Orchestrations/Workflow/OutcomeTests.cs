using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Outcomes;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>A ticket is resolved when what its runbook promises was read back, and not because the steps were done.</summary>
public sealed class OutcomeTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");
    private const string NonCompliant = "Mail on my notebook is blocked since Monday because the device is not compliant.";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Outcome_TrueAtOnce_IsReadAuditedAndResolved()
    {
        Ticket("device.non-compliant", NonCompliant);

        (await _house.RunAsync()).State.ShouldBe(CaseState.Resolved);

        _house.Outcomes.Read.ShouldBe(["device.compliant"]);
        var entry = _house.Audit.Events.Single(entry => entry.Kind == AuditKinds.OutcomeRead);
        (entry.Facts["condition"], entry.Facts["outcome"]).ShouldBe(("device.compliant", "Holds"));
        var kinds = _house.Audit.Events.Select(one => one.Kind).ToList();
        kinds.IndexOf(AuditKinds.OutcomeRead).ShouldBeInRange(kinds.IndexOf(AuditKinds.StepVerified) + 1, kinds.IndexOf(AuditKinds.Resolved) - 1);
    }

    [Fact]
    public async Task Outcome_TrueAfterAnHour_IsResolvedThenAndTheRequesterWasToldMeanwhile()
    {
        var from = _house.Time.GetUtcNow();
        _house.Outcomes.Readings["device.compliant"] = call => call.Now < from.AddHours(1) ? OutcomeReading.Pending("Intune calls the device 'not compliant'.") : OutcomeReading.Holds("Intune calls the device compliant.");
        Ticket("device.non-compliant", NonCompliant);

        (await _house.RunAsync()).State.ShouldBe(CaseState.Resolved);

        _house.Time.GetUtcNow().ShouldBeGreaterThanOrEqualTo(from.AddHours(1));
        _house.Outcomes.Read.Count.ShouldBeInRange(10, 40);
        _house.Tickets.Comments.Count.ShouldBe(2);
        _house.Tickets.Comments.First().ShouldContain("this ticket stays open until then");
    }

    [Fact]
    public async Task Outcome_NotTrueInItsTime_IsNotResolvedAndAPersonReadsWhatIsNotSo()
    {
        _house.Outcomes.Readings["device.compliant"] = _ => OutcomeReading.Pending("Intune calls the device 'not compliant'.");
        Ticket("device.non-compliant", NonCompliant);

        var end = await _house.RunAsync();

        (end.State, end.Path).ShouldBe((CaseState.Escalated, CasePath.Person));
        _house.Tickets.Ticket.ShouldNotBeNull().State.ShouldNotBe(TicketState.Resolved);
        end.Why.ShouldNotBeNull().ShouldContain("the device meets the compliance policy");
        _house.Tickets.Notes.Single().ShouldContain("Intune calls the device 'not compliant'. It was not so within 8 hours.");
        var outcome = (await _house.Store.OutcomeAsync(CaseId)).ShouldNotBeNull();
        (outcome.State, outcome.Verified).ShouldBe((CaseState.Escalated, false));
        _house.Audit.Events.ShouldContain(entry => entry.Kind == AuditKinds.OutcomeRead && entry.Facts["outcome"] == "Missed");
    }

    [Fact]
    public async Task Outcome_ThatCanNotBecomeTrue_IsNotWaitedFor()
    {
        var from = _house.Time.GetUtcNow();
        _house.Outcomes.Readings["device.compliant"] = _ => OutcomeReading.Missed("The device is not enrolled any more.");
        Ticket("device.non-compliant", NonCompliant);

        (await _house.RunAsync()).State.ShouldBe(CaseState.Escalated);

        (_house.Time.GetUtcNow() - from).ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Outcome_OfSeveralConditions_ReadsOnlyWhatIsNotTrueYetAgain()
    {
        var reads = 0;
        _house.Outcomes.Readings["app.installed"] = _ => ++reads < 3 ? OutcomeReading.Pending("Not found yet.") : OutcomeReading.Holds("Found.");
        Ticket("device.sync", "My notebook does not sync with Intune since this morning, its settings and apps are missing.");

        (await _house.RunAsync()).State.ShouldBe(CaseState.Resolved);

        _house.Outcomes.Read.ShouldBe(["device.checked-in", "app.installed", "app.installed", "app.installed"]);
        (await _house.Get<CaseStore>().FindAsync(CaseId, default)).ShouldNotBeNull().OutcomeLines.Select(line => line.State).ShouldBe([OutcomeState.Holds, OutcomeState.Holds]);
    }

    [Fact]
    public async Task Outcome_WhileItIsWaitedFor_IsAStateOfItsOwnAndAPersonCanBeAskedFor()
    {
        _house.Outcomes.Readings["device.compliant"] = _ => OutcomeReading.Pending("Intune calls the device 'not compliant'.");
        Ticket("device.non-compliant", NonCompliant);
        var context = _house.Context(CaseId);
        CaseState? seen = null;
        context.OnWait = async name =>
        {
            if ((await _house.Get<CaseStore>().FindAsync(CaseId, default))?.State != CaseState.CheckingOutcome)
                return false;
            seen = CaseState.CheckingOutcome;
            await _house.Get<PersonRequests>().RequestAsync(CaseId, "requester", default);
            return true;
        };

        var end = await _house.RunAsync(context);

        seen.ShouldBe(CaseState.CheckingOutcome);
        end.Why.ShouldNotBeNull().ShouldStartWith("A person was asked for while it was checked whether it worked.");
        context.Waits.ShouldBeUnique();
    }

    [Fact]
    public async Task LostLaptop_SignedOutOnly_IsNotResolved()
    {
        _house.Outcomes.Readings["device.locked-or-wiped"] = _ => OutcomeReading.Missed("Neither a lock nor a removal of its data was part of the plan: the device is as it was.");
        Ticket("device.lost", "My notebook was left on the train this morning and nobody has handed it in so far.");

        var end = await _house.RunAsync(Approving());

        end.State.ShouldBe(CaseState.Escalated);
        _house.Trace.Where(line => line.StartsWith("effect", StringComparison.Ordinal)).ShouldBe(["effect user.revoke-sessions"]);
        end.Why.ShouldNotBeNull().ShouldContain("Not so: the device is locked, wiped or retired.");
    }

    [Fact]
    public async Task SlowComputer_RestartedAndNobodyObjects_IsResolvedAfterADayOnly()
    {
        var from = _house.Time.GetUtcNow();
        Slow();

        (await _house.RunAsync(Approving())).State.ShouldBe(CaseState.Resolved);

        (_house.Time.GetUtcNow() - from).ShouldBeGreaterThan(TimeSpan.FromHours(24));
    }

    [Theory]
    [InlineData("Danke, läuft wieder!", true)]
    [InlineData("Thanks a lot, that solved it.", true)]
    [InlineData("Merci, ça marche.", true)]
    [InlineData("Gracias, ya funciona.", true)]
    [InlineData("Thanks, but it is as slow as before.", false)]
    [InlineData("It worked for ten minutes.", false)]
    [InlineData("Immer noch langsam, danke.", false)]
    [InlineData("Merci mais c'est toujours aussi lent", false)]
    [InlineData("Gracias, pero sigue igual de lento", false)]
    [InlineData("Works? I cannot tell.", false)]
    public async Task SlowComputer_RequesterReplies_ConfirmationResolvesAndAnythingElseGoesToAPerson(string reply, bool isResolved)
    {
        Slow();
        var context = Approving();
        var decide = context.OnWait;
        context.OnWait = async name =>
        {
            if (name.StartsWith("outcome", StringComparison.Ordinal) && _house.Tickets.Ticket!.Comments.Count == 0)
            {
                _house.Tickets.Comment(reply);
                return true;
            }

            return await decide(name);
        };

        var end = await _house.RunAsync(context);

        end.State.ShouldBe(isResolved ? CaseState.Resolved : CaseState.Escalated, end.Why);
    }

    [Fact]
    public async Task Note_ForThePersonWhoTakesOver_SaysByTitleWhatWasDoneAndWhatWasNotAndWhy()
    {
        _house.Outcomes.Readings["device.locked-or-wiped"] = _ => OutcomeReading.Missed("Neither a lock nor a removal of its data was part of the plan: the device is as it was.");
        Ticket("device.lost", "My notebook was left on the train this morning and nobody has handed it in so far.");

        await _house.RunAsync(Approving());

        var note = _house.Tickets.Notes.Single();
        note.ShouldContain("- Done: Title of user.revoke-sessions on Rita Requester (");
        note.ShouldContain("- Not done: Title of device.remote-lock (Only done when the device is a phone or tablet");
        note.ShouldContain("- Not so: the device is locked, wiped or retired (Neither a lock nor a removal");
        note.ShouldContain("- Runbook: Device lost.");
        note.ShouldNotContain("Tried");
        note.ShouldNotContain("Planned");
        _house.Tickets.Comments.Last().ShouldContain("- Done: user.revoke-sessions");
    }

    [Fact]
    public async Task Note_OfAPlanThatWasRefused_ListsNothingAsPlanned()
    {
        _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { GroupIds = ["11111111-0000-4000-8000-000000000006"] };
        Ticket("identity.compromised", "Somebody else signs in with my account, I got strange mails about it today.");

        (await _house.RunAsync()).Path.ShouldBe(CasePath.Refused);

        _house.Tickets.Notes.Single().ShouldContain("- Not done: Title of user.disable-sign-in on Rita Requester (not reached before the ticket was handed over)");
    }

    [Fact]
    public async Task SlowComputer_RestartedAlready_GoesToAPersonAtOnce()
    {
        Ticket("device.slow", "My notebook is extremely slow since Monday, a restart helps only briefly.");

        var end = await _house.RunAsync(Approving());

        end.Why.ShouldNotBeNull().ShouldContain("does not say that a restart was tried");
        _house.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
        _house.Teams.Cards.ShouldBeEmpty();
    }

    [Fact]
    public void EveryRunbookForTickets_NamesAnOutcome()
    {
        var runbooks = _house.Get<HelpDesk.Orchestrations.Domain.Runbooks.RunbookLibrary>().All;

        runbooks.Where(runbook => !runbook.IsForBulk).ShouldAllBe(runbook => runbook.Outcome.Count > 0);
        // Every condition of the closed list is used, so that none is there for show.
        OutcomeConditions.All.Select(condition => condition.Name).Except(runbooks.SelectMany(runbook => runbook.Outcome.Select(outcome => outcome.Condition))).ShouldBeEmpty();
        foreach (var runbook in runbooks.Where(runbook => runbook.Steps.Any(step => step.Do == "user.grant-temporary-pass")))
            runbook.Outcome.ShouldContain(outcome => outcome.Condition == "pass.used", runbook.Id);
    }

    [Fact]
    public async Task Condition_ThatNothingReads_IsNotTrue()
    {
        var checks = _house.Get<OutcomeChecks>();

        (await checks.ReadAsync("device.is-blue", null!, default)).State.ShouldBe(OutcomeState.Missed);
    }

    private void Slow() => Ticket("device.slow", "My notebook is extremely slow since Monday, every window takes minutes to open.");

    private void Ticket(string intent, string text)
    {
        _house.Directory.Devices["d1"] = new Device
        {
            Id = new DeviceId("d1"), Name = "LON-LT-0421", OwnerId = new PersonId(House.Requester), OperatingSystem = "Windows", IsCompanyOwned = true, LastSyncAt = _house.Time.GetUtcNow(),
        };
        _house.Model.Answer = _ => new TriageAnswer(intent, 0.97);
        _house.Tickets.Write("A problem", text, $"{House.Requester}@contoso.example");
    }

    private InlineContext Approving()
    {
        var context = _house.Context(CaseId);
        context.OnWait = async _ => await _house.Get<ApprovalService>().ListOpenAsync(default).FirstOrDefaultAsync() is { } gate
            && (await _house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, true, House.Person(House.DeskLead), null, default)).Kind == DecisionKind.Recorded;
        return context;
    }
}
