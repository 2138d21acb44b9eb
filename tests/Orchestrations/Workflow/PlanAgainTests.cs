using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Operations;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>A reply that says what was missing brings a case back to planning when nobody has taken the ticket.</summary>
public sealed class PlanAgainTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");
    private static readonly string Again = $"{CaseId}-again-1";
    private const string Owners = "11111111-0000-4000-8000-000000000004";
    private const string Crm = "Sorry, I mean the CRM.";

    private House _house = new();
    private int _deliveries;

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData(Crm)]
    [InlineData("Es geht um das CRM, bitte.")]
    [InlineData("It is the CRM that I need access to")]
    [InlineData("I mean the Salesforce thing. CRM it is called.", false)]
    [InlineData(Crm, false)]
    public async Task Reply_ThatNamesTheApplication_IsPlannedAndDone(string reply, bool isRead = true)
    {
        await AccessHandedOverAsync(isRead);
        _house.Tickets.Comment(reply, id: "c1");

        await ChangedAsync();
        var end = await AgainAsync();

        end.ShouldBe(new TicketWorkflow.Result(CaseState.Resolved, CasePath.Approval, null));
        _house.Remediations["group.add-member"].Calls[0].Step.Parameters["groupId"].ShouldBe("11111111-0000-4000-8000-000000000011");
        _house.Trace.Count(line => line == "effect group.add-member").ShouldBe(1);
        _house.Tickets.Notes.ShouldContain(note => note.Contains("plans it again", StringComparison.Ordinal));
        _house.Audit.Events.Count(entry => entry.Kind == AuditKinds.PlannedAgain).ShouldBe(1);
        _house.Workflows.Raised.ShouldContain(raised => raised.Instance == Again, "the workflow that works on the case now is woken by the decision");
        var record = await RecordAsync();
        (record.State, record.PlannedAgain, record.Verified).ShouldBe((CaseState.Resolved, 1, true));
    }

    [Fact]
    public async Task Reply_ThatNamesTheDevice_IsPlannedForThatDevice()
    {
        Own("LON-LT-1101");
        Own("LON-LT-2202");
        _house.Model.Answer = _ => new TriageAnswer("device.sync", 0.97);
        _house.Tickets.Write("A problem", "My laptop does not sync with Intune since this morning, its settings and apps are missing.", $"{House.Requester}@contoso.example");
        (await _house.RunAsync()).State.ShouldBe(CaseState.Escalated);
        _house.Tickets.Comment("it's the laptop, LON-LT-1101", id: "c1");

        await ChangedAsync();

        (await AgainAsync()).State.ShouldBe(CaseState.Resolved);
        _house.Remediations["device.sync"].Targets.ShouldBe(["LON-LT-1101"]);
    }

    [Theory]
    [InlineData("taken by a person")]
    [InlineData("given to another group")]
    [InlineData("resolved")]
    [InlineData("wants a person")]
    [InlineData("thanks")]
    [InlineData("automatic reply")]
    [InlineData("taken back")]
    [InlineData("a stranger writes")]
    [InlineData("says nothing new")]
    [InlineData("kill switch")]
    [InlineData("not me")]
    public async Task Reply_ThatMayNot_LeavesTheCaseWithThePerson(string what)
    {
        await AccessHandedOverAsync();
        await SpoilAsync(what);

        await ChangedAsync();

        ShouldStay(await RecordAsync());
    }

    [Fact]
    public async Task Reply_AfterARefusal_LeavesTheCaseWithThePerson()
    {
        _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { GroupIds = ["11111111-0000-4000-8000-000000000006"] };
        _house.Model.Answer = _ => new TriageAnswer("identity.password-forgotten", 0.97);
        _house.Tickets.Write("Password", "I have forgotten my password and cannot sign in to anything at all today.", $"{House.Requester}@contoso.example");
        (await _house.RunAsync()).Path.ShouldBe(CasePath.Refused);
        Answer();
        _house.Tickets.Comment(Crm, id: "c1");

        await ChangedAsync();

        ShouldStay(await RecordAsync());
    }

    [Fact]
    public async Task Reply_OfWhoMayNotAskForSomebodyElse_LeavesTheCaseWithThePerson()
    {
        _house.Model.Answer = _ => new TriageAnswer("identity.leaver", 0.97);
        _house.Tickets.Write("Leaver", "An employee leaves the company today, please block the account and remove all access.", $"{House.Stranger}@contoso.example");
        (await _house.RunAsync()).State.ShouldBe(CaseState.Escalated);
        _house.Tickets.Comment($"I mean {House.Requester}@contoso.example", id: "c1");

        await ChangedAsync();

        ShouldStay(await RecordAsync());
    }

    [Fact]
    public async Task SecondCure_IsLeftToThePerson()
    {
        await AccessHandedOverAsync();
        _house.Tickets.Comment(Crm, id: "c1");
        await ChangedAsync();
        await AgainAsync(approve: false);
        (await RecordAsync()).State.ShouldBe(CaseState.Escalated);

        _house.Tickets.Comment("No, I mean the VPN.", id: "c2");
        await ChangedAsync();

        _house.Workflows.Started.Keys.ShouldBe([Again]);
        (await RecordAsync()).Comments.ShouldContain(comment => comment.Text.Contains("VPN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PolicySaysNever_NothingIsPlannedAgain()
    {
        _house.Dispose();
        _house = new House(services =>
        {
            var before = services.Last(service => service.ServiceType == typeof(PolicySet));
            services.Remove(before);
            services.AddSingleton(provider => (PolicySet)(before.ImplementationInstance ?? before.ImplementationFactory!(provider)) is var set ? set with { Budgets = set.Budgets with { PlanAgainPerCase = 0 } } : null!);
        });
        await AccessHandedOverAsync();
        _house.Tickets.Comment(Crm, id: "c1");

        await ChangedAsync();

        ShouldStay(await RecordAsync());
    }

    [Fact]
    public async Task TwoWebhooksOfOneReply_AndACrashBetween_AreOnePlan()
    {
        await AccessHandedOverAsync();
        _house.Tickets.Comment(Crm, id: "c1");

        await ChangedAsync(dies: true);
        await ChangedAsync();

        _house.Workflows.Started.Keys.ShouldBe([Again]);
        _house.Audit.Events.Count(entry => entry.Kind == AuditKinds.PlannedAgain).ShouldBe(1);
        _house.Tickets.Notes.Count(note => note.Contains("plans it again", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task TakenBetweenReplyAndPlan_IsLeftToTheAgent()
    {
        await AccessHandedOverAsync();
        _house.Tickets.Comment(Crm, id: "c1");
        await ChangedAsync();
        _house.Tickets.Ticket = _house.Tickets.Ticket! with { AssignedTo = "Dora Desk" };

        var end = await AgainAsync();

        (end.State, end.Why).ShouldBe((CaseState.Escalated, "The ticket was assigned to Dora Desk before it was read, so it is left to them."));
        _house.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NotMe_EndsTheWorkflowThatWorksOnTheCaseNow()
    {
        await AccessHandedOverAsync();
        _house.Tickets.Comment(Crm, id: "c1");
        await ChangedAsync();
        foreach (var id in new[] { CaseId, Again })
            _house.Workflows.Statuses[id] = new(id, "ticket", id == Again ? HelpDesk.Orchestrations.Foundation.Durable.WorkflowState.Running : HelpDesk.Orchestrations.Foundation.Durable.WorkflowState.Completed, null, default, default, null, null, null);

        await _house.Get<EndInstance>().RunAsync(new HelpDesk.Orchestrations.Foundation.Durable.ActivityContext("x", "x/1", 1, default), new EndInstance.Input(CaseId, "link", "A test."));

        _house.Workflows.Statuses[Again].State.ShouldBe(HelpDesk.Orchestrations.Foundation.Durable.WorkflowState.Terminated);
    }

    private void ShouldStay(CaseRecord record)
    {
        _house.Workflows.Started.ShouldNotContainKey(Again);
        (record.State, record.PlannedAgain).ShouldBe((CaseState.Escalated, 0));
        _house.Audit.Events.ShouldNotContain(entry => entry.Kind == AuditKinds.PlannedAgain);
    }

    private async Task SpoilAsync(string what)
    {
        var ticket = _house.Tickets.Ticket.ShouldNotBeNull();
        _house.Tickets.Ticket = what switch
        {
            "taken by a person" => ticket with { AssignedTo = "Dora Desk" },
            "given to another group" => ticket with { AssignmentGroup = "Network" },
            "resolved" => ticket with { State = TicketState.Resolved },
            _ => ticket,
        };
        if (what == "kill switch")
            await _house.Get<KillSwitch>().SetAsync(true, "operator:test", "A test.", default);
        _house.Tickets.Comment(
            what switch
            {
                "wants a person" => "I mean the CRM, but I want to speak to a human please.",
                "thanks" => "Thank you very much!",
                "automatic reply" => "Automatic reply: I am out of the office until Monday. For the CRM ask the front desk.",
                "taken back" => "I do not need it any more, please close the ticket. It was the CRM.",
                "says nothing new" => "It is the one with the blue icon.",
                "not me" => "This was not me. I have no idea what the CRM is.",
                _ => Crm,
            },
            what == "a stranger writes" ? "u9" : "u1", "c1");
    }

    // A model may read the first thing that a ticket names, and not the one that a reply does.
    private void Answer(bool isRead = true) => _house.Model.Answer = request => request.Text.Contains("CRM", StringComparison.Ordinal)
        ? new TriageAnswer("identity.app-access", 0.97) { AppHint = isRead ? "crm" : "application" }
        : new TriageAnswer("identity.app-access", 0.97) { AppHint = "application" };

    private async Task AccessHandedOverAsync(bool isRead = true)
    {
        _house.Directory.Members.Add((House.Stranger, Owners));
        Answer(isRead);
        _house.Tickets.Write("Access", "Please give me access to the application that the sales people use, I moved to their team.", $"{House.Requester}@contoso.example");
        var end = await _house.RunAsync();
        (end.State, end.Path).ShouldBe((CaseState.Escalated, CasePath.Person), end.Why);
        (await RecordAsync()).ShouldSatisfyAllConditions(record => record.IsCurable.ShouldBeTrue(), record => record.HandedTo.ShouldBe(_house.Tickets.Group));
    }

    private async Task<CaseRecord> RecordAsync() => (await _house.Get<CaseStore>().FindAsync(CaseId, default)).ShouldNotBeNull();

    private Task<ReadTicketChange.Result> ChangedAsync(bool dies = false)
    {
        _house.Time.Advance(TimeSpan.FromMinutes(1));
        var context = _house.Context($"{CaseId}-change-{++_deliveries}");
        context.DiesAfter = name => dies && name == PlanAgain.Reference.Name;
        return new TicketChangedWorkflow().RunAsync(context, new TicketChangedWorkflow.Input(_house.Tickets.Ticket!.Reference));
    }

    private Task<TicketWorkflow.Result> AgainAsync(bool approve = true)
    {
        var context = _house.Context(Again);
        context.OnWait = async _ => await _house.Get<ApprovalService>().ListOpenAsync(default).FirstOrDefaultAsync() is { } gate
            && (await _house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, approve, House.Person(House.Stranger), null, default)).Kind == DecisionKind.Recorded;
        return new TicketWorkflow().RunAsync(context, (TicketWorkflow.Input)_house.Workflows.Started[Again]);
    }

    private void Own(string name) => _house.Directory.Devices[name] = new Device
    {
        Id = new DeviceId(name), Name = name, OwnerId = new PersonId(House.Requester), OperatingSystem = "Windows", IsCompanyOwned = true, LastSyncAt = _house.Time.GetUtcNow(),
    };
}
