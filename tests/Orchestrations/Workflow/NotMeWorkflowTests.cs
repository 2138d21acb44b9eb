using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Secrets;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>"This was not me", after something was given already: it is taken back, and everyone who must know is told.</summary>
public sealed class NotMeWorkflowTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");
    private const string Owners = "11111111-0000-4000-8000-000000000004";
    private static readonly CaseId NotMeId = new($"{CaseId}-not-me");

    private readonly House _house = new();
    private int _deliveries;

    public NotMeWorkflowTests() => _house.Directory.Members.Add((House.Stranger, Owners));

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Link_AfterALicenceWasGiven_TakesItBackAndTellsEveryone()
    {
        await LicenceAsync();
        _house.Trace.ShouldContain("effect user.assign-licence");

        (await _house.Get<NotMeService>().ReportAsync(CaseId, "link", "link", default)).ShouldBeTrue();
        var done = await StopAsync();

        (done.IsSignedOut, done.StepsUndone).ShouldBe((true, 1));
        _house.Trace.ShouldContain("undo user.assign-licence");
        _house.Trace.ShouldContain("effect user.revoke-sessions");
        var security = (await _house.Get<CaseStore>().FindAsync(NotMeId, default)).ShouldNotBeNull();
        (security.SecurityOf, security.RequesterId, security.State).ShouldBe((CaseId, new PersonId(House.Requester), CaseState.Escalated));
        (await CaseAsync()).State.ShouldBe(CaseState.Escalated);
        _house.Tickets.Group.ShouldBe("Security Operations");
        var told = _house.Tickets.Comments.Last();
        told.ShouldContain("The access that was given was removed again.");
        told.ShouldContain("Max Manager");
        _house.Teams.Cards.ShouldContain(card => card.Kind == NoticeKind.NotMe && card.Audience.Contains("Max Manager", StringComparison.Ordinal));
        _house.Audit.Events.Count(entry => entry.Kind == AuditKinds.NotMe).ShouldBe(1);
    }

    [Fact]
    public async Task Comment_AfterThePassWasShown_DeletesThePass()
    {
        _house.Model.Answer = _ => new TriageAnswer("identity.password-forgotten", 0.97);
        await PassShownAsync();
        _house.Mint.Valid.ShouldBe(1);
        _house.Tickets.Comment("Hi, i realy didnt ask for this. What is going on?");

        await ChangedAsync();
        var done = await StopAsync();

        done.PassesDeleted.ShouldBe(1);
        _house.Mint.Valid.ShouldBe(0);
        _house.Tickets.Comments.Last().ShouldContain("The temporary pass was deleted.");
    }

    [Fact]
    public async Task SaidTwice_TakesBackOnce()
    {
        await LicenceAsync();
        await _house.Get<NotMeService>().ReportAsync(CaseId, "link", "link", default);
        await StopAsync();

        await _house.Get<NotMeService>().ReportAsync(CaseId, $"person:{House.Requester}", "page", default);
        await _house.Get<NotMeService>().ReportAsync(NotMeId, "link", "link", default);

        _house.Workflows.Started.Keys.Count(id => id.EndsWith("-not-me", StringComparison.Ordinal)).ShouldBe(1);
        _house.Audit.Events.Count(entry => entry.Kind == AuditKinds.NotMe).ShouldBe(1);
        (await _house.Get<NotMeReports>().FindAsync(CaseId, default)).ShouldNotBeNull().By.ShouldBe("link");
    }

    [Fact]
    public async Task NoSuchCase_IsNoReport()
    {
        (await _house.Get<NotMeService>().ReportAsync(new CaseId("servicenow-unknown"), "link", "link", default)).ShouldBeFalse();

        _house.Workflows.Started.ShouldBeEmpty();
        (await _house.Get<NotMeReports>().FindAsync(new CaseId("servicenow-unknown"), default)).ShouldBeNull();
    }

    [Theory]
    [InlineData("Thanks.\n\nOn Tue, 24 Nov 2026 at 10:00 IT wrote:\n> Didn't you ask for this? Reply \"this was not me\" or open http://127.0.0.1:7071/not-me/x?t=1")]
    [InlineData("Automatic reply: I am out of the office until Monday. If you got this by mistake: this was not me.")]
    [InlineData("That wasn't me who called yesterday, please go on.")]
    public async Task Comment_ThatOnlyLooksLikeIt_StopsNothing(string comment)
    {
        await LicenceAsync();
        _house.Tickets.Comment(comment);

        await ChangedAsync();

        _house.Workflows.Started.ShouldNotContainKey(NotMeId);
        (await _house.Get<NotMeReports>().FindAsync(CaseId, default)).ShouldBeNull();
    }

    [Theory]
    [InlineData(House.Requester, true)]
    [InlineData(House.Stranger, false)]
    [InlineData("not-in-the-directory", false)]
    [InlineData(null, false)]
    public async Task Comment_OfSomebodyElseThanWhoFiledIt_CountsWhenItIsTheSubject(string? author, bool stops)
    {
        _house.Directory.Managers[House.Requester] = House.Manager;
        await LeaverAsync();
        if (author is not null)
            _house.Tickets.Authors["u7"] = $"{author}@contoso.example";
        _house.Tickets.Comment("Das war ich nicht, ich kündige doch gar nicht!", "u7");

        await ChangedAsync();

        _house.Workflows.Started.ContainsKey(NotMeId).ShouldBe(stops);
        if (stops)
            (await _house.Get<NotMeReports>().FindAsync(CaseId, default)).ShouldNotBeNull().By.ShouldBe($"person:{House.Requester}");
    }

    private async Task<CaseRecord> CaseAsync() => (await _house.Get<CaseStore>().FindAsync(CaseId, default)).ShouldNotBeNull();

    private Task<NotMeWorkflow.Result> StopAsync() =>
        new NotMeWorkflow().RunAsync(_house.Context(NotMeId), (NotMeWorkflow.Input)_house.Workflows.Started[NotMeId]);

    private Task<ReadTicketChange.Result> ChangedAsync()
    {
        var id = $"{CaseId}-change-{++_deliveries}";
        return new TicketChangedWorkflow().RunAsync(_house.Context(id), new TicketChangedWorkflow.Input(_house.Tickets.Ticket!.Reference));
    }

    private async Task LicenceAsync()
    {
        _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { LicenceIds = [] };
        _house.Model.Answer = _ => new TriageAnswer("identity.licence", 0.97) { AppHint = "visio" };
        _house.Tickets.Write("Licence", "I need a licence for visio, please assign one to me.", $"{House.Requester}@contoso.example");
        (await _house.RunAsync(Approving(House.Stranger))).State.ShouldBe(CaseState.Resolved);
    }

    // The manager files; the account of the person who is said to leave is what it is about.
    private async Task LeaverAsync()
    {
        _house.Model.Answer = _ => new TriageAnswer("identity.leaver", 0.97);
        _house.Tickets.Write("Leaver", $"{House.Requester}@contoso.example leaves the company today, please remove the access.", $"{House.Manager}@contoso.example");
        var context = _house.Context(CaseId);
        context.OnWait = _ => throw new OperationCanceledException("An approval is waited for: far enough.");
        await Should.ThrowAsync<OperationCanceledException>(() => _house.RunAsync(context));
    }

    private async Task PassShownAsync()
    {
        _house.Tickets.Write("Password", "I have forgotten my password and cannot sign in to anything at all today.", $"{House.Requester}@contoso.example");
        var context = Approving(House.DeskLead);
        var approving = context.OnWait;
        context.OnWait = async name =>
        {
            if ((await CaseAsync()).OpenHandOverId is not { } handOver)
                return await approving(name);
            (await _house.Get<HandOverService>().ShowAsync(handOver, House.Person(House.Manager), null, default)).Secret.ShouldBe(FakeMint.Secret);
            return true;
        };
        await _house.RunAsync(context);
    }

    private InlineContext Approving(string approver)
    {
        var context = _house.Context(CaseId);
        context.OnWait = async _ => await _house.Get<ApprovalService>().ListOpenAsync(default).FirstOrDefaultAsync() is { } gate
            && (await _house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, true, House.Person(approver), null, default)).Kind == DecisionKind.Recorded;
        return context;
    }
}
