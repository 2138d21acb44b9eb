using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Secrets;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Workflow;

public sealed class TicketWorkflowTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task LowImpact_CertainIntent_IsDoneVerifiedResolvedAndTold()
    {
        Device();
        Ticket("device.sync", "My laptop does not sync with Intune since this morning, its settings and apps are missing.");

        var end = await _house.RunAsync();

        end.ShouldBe(new TicketWorkflow.Result(CaseState.Resolved, CasePath.Automatic, null));
        _house.Trace.Where(line => line.StartsWith("effect", StringComparison.Ordinal)).ShouldBe(["effect device.sync"]);
        _house.Tickets.Ticket.ShouldNotBeNull().State.ShouldBe(TicketState.Resolved);
        _house.Tickets.Comments.Single().ShouldContain("automated assistant (AI)");
        _house.Tickets.Comments.Single().ShouldContain("- Done: device.sync");
        _house.Tickets.Comments.Single().ShouldContain($"/person/{CaseId}?t=");
        var outcome = (await _house.Store.OutcomeAsync(CaseId)).ShouldNotBeNull();
        outcome.ShouldSatisfyAllConditions(() => outcome.Verified.ShouldBeTrue(), () => outcome.StepsDone.ShouldBe(1));
    }

    [Fact]
    public async Task HighImpact_Approved_RunsOnlyAfterTheApproval()
    {
        Ticket("identity.compromised", "Somebody else signs in with my account, I got strange mails about it today.");

        var end = await _house.RunAsync(Deciding(true));

        end.ShouldBe(new TicketWorkflow.Result(CaseState.Resolved, CasePath.Approval, null));
        var decided = _house.Trace.IndexOf($"audit {AuditKinds.ApprovalDecided}");
        decided.ShouldBeGreaterThan(0);
        _house.Trace.IndexOf("effect user.disable-sign-in").ShouldBeGreaterThan(decided);
        _house.Trace.Where(line => line.StartsWith("effect", StringComparison.Ordinal)).ShouldBe(
            ["effect user.revoke-sessions", "effect user.confirm-compromised", "effect user.disable-sign-in", "effect user.force-password-change"]);
        _house.Teams.Cards.Single().Kind.ShouldBe(NoticeKind.Request);
    }

    [Fact]
    public async Task HighImpact_Denied_OnlyContainmentStandsAndAPersonGetsASummary()
    {
        Ticket("identity.compromised", "Somebody else signs in with my account, I got strange mails about it today.");

        var end = await _house.RunAsync(Deciding(false));

        end.State.ShouldBe(CaseState.Escalated);
        end.Path.ShouldBe(CasePath.Refused);
        OnlyContained();
        _house.Tickets.Group.ShouldBe("Security Operations");
        var note = _house.Tickets.Notes.Single();
        note.ShouldSatisfyAllConditions(
            () => note.ShouldContain("An approver denied the plan."), () => note.ShouldContain("Rita Requester"), () => note.ShouldContain("HighImpactStepsNeedApproval"));
    }

    [Fact]
    public async Task HighImpact_NobodyDecides_RemindsEscalatesAndIsANo()
    {
        Ticket("identity.compromised", "Somebody else signs in with my account, I got strange mails about it today.");

        var end = await _house.RunAsync();

        end.Path.ShouldBe(CasePath.Refused);
        OnlyContained();
        _house.Teams.Cards.Select(card => card.Kind).ShouldBe([NoticeKind.Request, NoticeKind.Reminder, NoticeKind.Escalation]);
        _house.Audit.Events.ShouldContain(entry => entry.Kind == AuditKinds.ApprovalExpired);
    }

    [Fact]
    public async Task Approval_WaitNames_AreUsedOnce()
    {
        Ticket("identity.compromised", "Somebody else signs in with my account, I got strange mails about it today.");
        var context = _house.Context(CaseId);

        await _house.RunAsync(context);

        context.Waits.ShouldBeUnique();
        context.Waits.Count.ShouldBe(3);
    }

    [Fact]
    public async Task TeamsDown_ThePageStillDecides()
    {
        _house.Teams.IsDown = true;
        Ticket("identity.compromised", "Somebody else signs in with my account, I got strange mails about it today.");

        (await _house.RunAsync(Deciding(true))).State.ShouldBe(CaseState.Resolved);
    }

    [Fact]
    public async Task Approved_ThenBecomesPrivileged_IsRefusedByTheSecondLook()
    {
        Ticket("identity.compromised", "Somebody else signs in with my account, I got strange mails about it today.");
        var context = _house.Context(CaseId);
        context.OnWait = async _ =>
        {
            _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { GroupIds = ["11111111-0000-4000-8000-000000000006"] };
            await DecideAsync(true);
            return true;
        };

        var end = await _house.RunAsync(context);

        end.Path.ShouldBe(CasePath.Refused);
        OnlyContained();
    }

    [Fact]
    public async Task PersonWanted_WhileWaiting_TakesTheApprovalBackAndStops()
    {
        Ticket("identity.compromised", "Somebody else signs in with my account, I got strange mails about it today.");
        var context = _house.Context(CaseId);
        ApprovalRequest? gate = null;
        context.OnWait = async _ =>
        {
            gate = await GateAsync();
            await _house.Get<PersonRequests>().RequestAsync(CaseId, "requester", default);
            return true;
        };

        var end = await _house.RunAsync(context);

        end.Path.ShouldBe(CasePath.Person);
        OnlyContained();
        gate.ShouldNotBeNull();
        (await GateAsync()).ShouldBeNull();
        (await DecideAsync(true)).Kind.ShouldBe(DecisionKind.Expired);
    }

    [Fact]
    public async Task PassStep_IsHandedOverByTheManagerAndTheWorkflowNeverSeesIt()
    {
        Ticket("identity.password-forgotten", "I have forgotten my password and cannot sign in to anything at all today.");
        var approved = false;
        var context = _house.Context(CaseId);
        context.OnWait = async _ =>
        {
            if (!approved)
            {
                approved = true;
                await DecideAsync(true, House.DeskLead);
                return true;
            }

            var open = (await _house.Get<CaseStore>().FindAsync(CaseId, default)).ShouldNotBeNull().OpenHandOverId.ShouldNotBeNull();
            (await _house.Get<HandOverService>().ShowAsync(open, House.Person(House.Manager), null, default)).Secret.ShouldBe(FakeMint.Secret);
            _house.Remediations["user.grant-temporary-pass"].AlreadyDone(House.Requester);
            return true;
        };

        var end = await _house.RunAsync(context);

        end.State.ShouldBe(CaseState.Resolved);
        _house.Store.Everything().ShouldNotContain(FakeMint.Secret);
        string.Join('\n', _house.Tickets.Comments.Concat(_house.Tickets.Notes)).ShouldNotContain(FakeMint.Secret);
    }

    [Fact]
    public async Task PassStep_NotCollected_IsWithdrawnAndGoesToAPerson()
    {
        Ticket("identity.password-forgotten", "I have forgotten my password and cannot sign in to anything at all today.");
        var context = _house.Context(CaseId);
        context.OnWait = async name => name.StartsWith("approval", StringComparison.Ordinal) && (await DecideAsync(true, House.DeskLead)).Kind == DecisionKind.Recorded;

        var end = await _house.RunAsync(context);

        end.State.ShouldBe(CaseState.Escalated);
        _house.Mint.Made.ShouldBe(0);
        _house.Audit.Events.ShouldContain(entry => entry.Kind == AuditKinds.HandOverWithdrawn);
    }

    [Fact]
    public async Task StepThatNeverShows_IsNotDone_EarlierUndoableStepsAreUndone_ProtectiveOnesStay()
    {
        Ticket("identity.compromised", "Somebody else signs in with my account, I got strange mails about it today.");
        _house.Remediations["user.revoke-sessions"].NeverShows = true;

        var end = await _house.RunAsync(Deciding(true));

        end.State.ShouldBe(CaseState.Escalated);
        _house.Trace.ShouldNotContain("undo user.disable-sign-in");
        _house.Remediations["user.disable-sign-in"].IsDone(House.Requester).ShouldBeTrue();
        (await _house.Get<CaseStore>().FindAsync(CaseId, default)).ShouldNotBeNull().Steps.Single(step => step.Id == "signout").State.ShouldBe(CaseStepState.Failed);
    }

    [Theory]
    [InlineData("nobody@elsewhere.example", "No one in the directory")]
    [InlineData("", "no mail address")]
    public async Task UnknownRequester_IsHandedOverWithTheReason(string mail, string why)
    {
        Ticket("identity.compromised", "Somebody else signs in with my account, I got strange mails about it today.", mail);

        var end = await _house.RunAsync();

        end.Why.ShouldNotBeNull().ShouldContain(why);
        NoEffect();
        _house.Tickets.Notes.Single().ShouldContain("not verified");
    }

    [Fact]
    public async Task SharedMailbox_IsHandedOver()
    {
        _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { IsFunctional = true };
        Ticket("identity.compromised", "Somebody else signs in with my account, I got strange mails about it today.");

        (await _house.RunAsync()).Why.ShouldNotBeNull().ShouldContain("shared mailbox");
        NoEffect();
    }

    [Fact]
    public async Task TicketSystemDownForAnHour_GoesOnWhenItReturns()
    {
        Device();
        Ticket("device.sync", "My laptop does not sync with Intune since this morning, its settings and apps are missing.");
        _house.Tickets.IsDown = true;
        var since = _house.Time.GetUtcNow();
        using var timer = _house.Time.CreateTimer(_ => _house.Tickets.IsDown = false, null, TimeSpan.FromMinutes(30), Timeout.InfiniteTimeSpan);

        (await _house.RunAsync()).State.ShouldBe(CaseState.Resolved);
        _house.Time.GetUtcNow().ShouldBeGreaterThan(since.AddMinutes(30));
    }

    [Fact]
    public async Task ResolvedAlready_NothingIsDone()
    {
        Ticket("identity.compromised", "Somebody else signs in with my account, I got strange mails about it today.");
        _house.Tickets.Ticket = _house.Tickets.Ticket.ShouldNotBeNull() with { State = TicketState.Resolved };

        (await _house.RunAsync()).State.ShouldBe(CaseState.Ignored);
        _house.Tickets.Comments.ShouldBeEmpty();
    }

    [Fact]
    public async Task OurOwnTicket_IsNeverWorkedOn()
    {
        Ticket("identity.compromised", "Somebody else signs in with my account, I got strange mails about it today.");
        _house.Tickets.Ticket = _house.Tickets.Ticket.ShouldNotBeNull() with { OpenedByUs = true };

        (await _house.RunAsync()).State.ShouldBe(CaseState.Ignored);
    }

    [Fact]
    public async Task KillSwitch_HandsOver()
    {
        await _house.Get<KillSwitch>().SetAsync(true, "operator:test", "Test", default);
        Device();
        Ticket("device.sync", "My laptop does not sync with Intune since this morning, its settings and apps are missing.");

        (await _house.RunAsync()).Path.ShouldBe(CasePath.Refused);
        NoEffect();
    }

    private void OnlyContained() => _house.Trace.Where(line => line.StartsWith("effect", StringComparison.Ordinal)).ShouldBe(["effect user.revoke-sessions", "effect user.confirm-compromised"]);
    private void NoEffect() => _house.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
    private void Ticket(string intent, string text, string? mail = null)
    {
        _house.Model.Answer = _ => new TriageAnswer(intent, 0.97);
        _house.Tickets.Write("A problem", text, mail ?? $"{House.Requester}@contoso.example");
    }

    private void Device() => _house.Directory.Devices["d1"] = new HelpDesk.Orchestrations.Domain.Directory.Device
    {
        Id = new DeviceId("d1"), Name = "LON-LT-0421", OwnerId = new PersonId(House.Requester), OperatingSystem = "Windows", IsCompanyOwned = true, IsCompliant = true, LastSyncAt = _house.Time.GetUtcNow(),
    };

    private InlineContext Deciding(bool approve)
    {
        var context = _house.Context(CaseId);
        context.OnWait = async _ => (await DecideAsync(approve)).Kind == DecisionKind.Recorded;
        return context;
    }

    private async Task<DecisionOutcome> DecideAsync(bool approve, string? by = null)
    {
        var gate = _lastApproval ??= (await GateAsync()).ShouldNotBeNull();
        return await _house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, approve, House.Person(by ?? House.SecurityApprover), null, default);
    }

    private async Task<ApprovalRequest?> GateAsync() => await _house.Get<ApprovalService>().ListOpenAsync(default).FirstOrDefaultAsync() is { } gate ? _lastApproval = gate : null;

    private ApprovalRequest? _lastApproval;
}
